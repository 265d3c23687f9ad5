package io.handsel.applications;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import io.handsel.accounts.CompanyMarks;
import io.handsel.kernel.DomainName;
import java.net.IDN;
import java.util.Arrays;

/** A domain as an applicant types it: usable, or the reason why it is not. */
sealed interface ApplicantDomain {

    record Usable(DomainName name, String registrable) implements ApplicantDomain {}

    record Unusable(ApplicationRefusal reason) implements ApplicantDomain {}

    static ApplicantDomain of(String typed) {
        var found = DomainName.find(typed);
        if (found.isEmpty()) {
            return new Unusable(ApplicationRefusal.NOT_A_DOMAIN);
        }
        var name = found.get();
        if (Arrays.stream(IDN.toUnicode(name.name(), IDN.ALLOW_UNASSIGNED).split("\\."))
                .anyMatch(Look::isDeceptive)) {
            return new Unusable(ApplicationRefusal.LOOK_ALIKE_DOMAIN);
        }
        return CompanyMarks.registrableDomain(name.name())
                .<ApplicantDomain>map(registrable -> new Usable(name, registrable))
                .orElseGet(() -> new Unusable(
                        CompanyMarks.isUnderPublicSuffix(name.name())
                                ? ApplicationRefusal.SHARED_DOMAIN
                                : ApplicationRefusal.UNKNOWN_SUFFIX));
    }

    /** What the letters of one label look like (Unicode Technical Standard 39). */
    final class Look {

        private static final SpoofChecker MIXED = new SpoofChecker.Builder()
                .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
                .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
                .build();

        private Look() {}

        /** Several scripts in one word, or a word of another script that reads like a Latin one. */
        static boolean isDeceptive(String label) {
            return !isPlain(label) && (MIXED.failsChecks(label) || isPlain(MIXED.getSkeleton(label)));
        }

        private static boolean isPlain(String text) {
            return text.chars().allMatch(letter -> letter < 128);
        }
    }
}
