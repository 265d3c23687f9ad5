package io.handsel.accounts;

import java.util.List;

/**
 * How a deed is carried out, worked out before anything is written: what the preview shows is what happens.
 *
 * @param account the account it is done to
 * @param home the account that gets another parent, takes another one in, or is made
 * @param leaving present claims that go from the account to the new home
 */
record TreePlan(
        AccountView account,
        AccountView home,
        List<Relocation> relocations,
        List<ClaimView> leaving,
        TreePreview preview) {

    /** Everything whose path begins like this begins otherwise afterwards, and belongs to that root. */
    record Relocation(String from, String to, AccountId fromRoot, AccountId root) {

        String applied(String path) {
            return path.startsWith(from) ? to + path.substring(from.length()) : path;
        }

        static String applied(List<Relocation> relocations, String path) {
            return relocations.stream()
                    .filter(relocation -> path.startsWith(relocation.from()))
                    .findFirst()
                    .map(relocation -> relocation.applied(path))
                    .orElse(path);
        }
    }
}
