package io.handsel.applications;

import io.handsel.audit.AuditEntry;
import io.handsel.dns.DomainProofView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a reviewer needs about an application.
 *
 * @param territory its name; null where nobody is responsible
 * @param recommendedBy who was for it first
 * @param proof what is known of the domain; null before it is asked about
 * @param domain what the table makes of it
 * @param alike who may be the applicant already
 */
public record ApplicationDossier(
        ApplicationDetails application,
        @Nullable String territory,
        @Nullable String recommendedBy,
        boolean invited,
        @Nullable DomainProofView proof,
        DomainStanding domain,
        List<AlikeCompany> alike,
        List<AuditEntry> history) {}
