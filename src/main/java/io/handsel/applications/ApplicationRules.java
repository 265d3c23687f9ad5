package io.handsel.applications;

import io.handsel.accounts.CompanyMarks;
import io.handsel.applications.ApplicationOutcome.Wrong;
import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application must be like, whatever form it comes from; every fault is told at once. */
final class ApplicationRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 60;

    private final List<Wrong> wrong = new ArrayList<>();

    private ApplicationRules() {}

    static List<Wrong> wrong(ApplyAsPartner wish) {
        var rules = new ApplicationRules();
        rules.text(wish.businessName(), "businessName", LONGEST_NAME);
        rules.text(wish.street(), "street", LONGEST_NAME);
        rules.text(wish.city(), "city", 100);
        rules.text(wish.telephone(), "telephone", 40);
        rules.text(wish.contactName(), "contactName", LONGEST_NAME);
        rules.text(wish.partnerType(), "partnerType", 40);
        rules.text(wish.serviceLevel(), "serviceLevel", LONGEST_WORD);
        rules.text(wish.size(), "size", 40);
        rules.optional(wish.postcode(), "postcode", 20);
        rules.optional(wish.contactTelephone(), "contactTelephone", 40);
        rules.optional(wish.certificates(), "certificates", 1000);
        rules.check(!wish.products().isEmpty(), ApplicationRefusal.FIELD_MISSING, "products");
        rules.check(
                wish.products().stream().allMatch(product -> product.length() <= LONGEST_WORD),
                ApplicationRefusal.FIELD_TOO_LONG,
                "products");
        rules.check(CountryCode.isKnown(wish.country()), ApplicationRefusal.UNKNOWN_COUNTRY, "country");
        rules.check(EmailAddress.isValid(wish.contactEmail()), ApplicationRefusal.NOT_AN_ADDRESS, "contactEmail");
        if (ApplicantDomain.of(wish.domain()) instanceof ApplicantDomain.Unusable unusable) {
            rules.wrong.add(new Wrong(unusable.reason(), "domain"));
        }
        rules.servers(wish.primaryDns(), wish.secondaryDns());
        rules.numbers(wish);
        return List.copyOf(rules.wrong);
    }

    private void servers(String primary, String secondary) {
        var first = DomainName.find(primary);
        var second = DomainName.find(secondary);
        check(first.isPresent(), ApplicationRefusal.NOT_A_SERVER, "primaryDns");
        check(second.isPresent(), ApplicationRefusal.NOT_A_SERVER, "secondaryDns");
        check(first.isEmpty() || !first.equals(second), ApplicationRefusal.SAME_SERVER, "secondaryDns");
    }

    private void numbers(ApplyAsPartner wish) {
        var marks = CompanyMarks.of("", wish.country(), null, wish.vat(), wish.duns());
        check(isBlank(wish.vat()) || marks.vat() != null, ApplicationRefusal.NOT_A_VAT, "vat");
        check(isBlank(wish.duns()) || marks.duns() != null, ApplicationRefusal.NOT_A_DUNS, "duns");
    }

    private void text(String text, String field, int longest) {
        check(!text.isBlank(), ApplicationRefusal.FIELD_MISSING, field);
        optional(text, field, longest);
    }

    private void optional(@Nullable String text, String field, int longest) {
        check(text == null || text.length() <= longest, ApplicationRefusal.FIELD_TOO_LONG, field);
    }

    private void check(boolean right, ApplicationRefusal otherwise, String field) {
        if (!right) {
            wrong.add(new Wrong(otherwise, field));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
