package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.Designation;
import io.handsel.accounts.TreePicture.Node;
import org.jspecify.annotations.Nullable;

/**
 * A node in the drawing of a tree.
 *
 * @param indent one dash a level
 * @param designation what is laid down for the node itself
 */
record TreeLine(
        AccountId id,
        String name,
        String indent,
        boolean present,
        long claims,
        @Nullable Designation designation) {

    static TreeLine of(Node node, AccountId shown) {
        return new TreeLine(
                node.account().id(),
                node.account().name(),
                "— ".repeat(node.level()),
                node.account().id().equals(shown),
                node.claims(),
                node.designation());
    }
}
