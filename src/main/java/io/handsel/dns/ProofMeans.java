package io.handsel.dns;

/** By what a domain was proven; also keys under {@code dns.means}. */
public enum ProofMeans {
    RECORD,
    CODE
}
