package io.handsel.deals;

/** How an extension or an amendment stands. Each is a message, {@code deals.request.<name>}. */
public enum RequestState {
    WAITING,
    GRANTED,
    DECLINED
}
