package io.handsel.applications;

import io.handsel.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a reviewer needs about an application.
 *
 * @param territory its name; null where nobody is responsible
 * @param recommendedBy who was for it first
 * @param alike who may be the applicant already
 */
public record ApplicationDossier(
        ApplicationDetails application,
        @Nullable String territory,
        @Nullable String recommendedBy,
        boolean invited,
        List<AlikeCompany> alike,
        List<AuditEntry> history) {}
