package io.handsel.distribution.web;

/** Whom a distributor invites, as typed. */
record InvitationForm(String address, String sentence) {

    static final InvitationForm EMPTY = new InvitationForm("", "");

    InvitationForm {
        address = address == null ? "" : address.strip();
        sentence = sentence == null ? "" : sentence.strip();
    }
}
