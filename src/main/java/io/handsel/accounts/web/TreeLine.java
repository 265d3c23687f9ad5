package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountView;

/**
 * A node in the drawing of a tree.
 *
 * @param indent one dash a level
 */
record TreeLine(AccountId id, String name, String indent, boolean present) {

    static TreeLine of(AccountView node, AccountId shown) {
        var depth = node.path().chars().filter(letter -> letter == '/').count() - 1;
        return new TreeLine(
                node.id(), node.name(), "— ".repeat((int) depth), node.id().equals(shown));
    }
}
