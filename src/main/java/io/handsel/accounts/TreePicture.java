package io.handsel.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account tree as the vendor's people see it, from the top down, every part below its whole.
 *
 * @param whole whether every node is there; of a very large tree only the way to one account and what is below it
 */
public record TreePicture(List<TreePicture.Node> nodes, boolean whole) {

    /**
     * @param level 0 at the top
     * @param claims present claims on the node itself
     * @param designation what is laid down for the node itself today; null if nothing is
     */
    public record Node(
            AccountView account,
            int level,
            long claims,
            @Nullable Designation designation) {}
}
