package io.handsel.partner;

import io.handsel.security.PersonId;

/** A company has said about itself everything its form asks for. */
public record CompanyDescribed(PartnerId partner, PersonId by) {}
