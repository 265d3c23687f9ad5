package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a deed would do to a tree.
 *
 * @param target the account it goes under or becomes part of; null at the top
 * @param nodes how many accounts get another place
 * @param touched present claims whose account gets another place
 * @param contested pairs of claims of different partners that cannot both stay exclusive
 * @param designations what would count afterwards and does not now, or the other way round
 * @param stamp to be given back with the deed, which is refused if anything of this has changed
 */
public record TreePreview(
        AccountView account,
        @Nullable AccountView target,
        long nodes,
        List<ClaimView> touched,
        List<TreePreview.Contest> contested,
        List<TreePreview.Turn> designations,
        String stamp) {

    /** Everybody it names. */
    public Stream<PartnerId> partners() {
        return Stream.of(
                        touched.stream().map(ClaimView::partner),
                        contested.stream()
                                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                                .map(ClaimView::partner),
                        designations.stream().flatMap(turn -> Stream.ofNullable(turn.partner())))
                .flatMap(Function.identity());
    }

    /** @param second the one that began later: it stays open and is no longer exclusive */
    public record Contest(ClaimView first, ClaimView second) {}

    /**
     * What the vendor has laid down about an account, now and afterwards.
     *
     * @param partner for an assigned account: whose it will be
     */
    public record Turn(
            String account,
            Designation before,
            Designation after,
            @Nullable PartnerId partner) {}
}
