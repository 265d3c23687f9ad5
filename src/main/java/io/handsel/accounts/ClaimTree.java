package io.handsel.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of an account tree with who has what of it. Not for partners.
 *
 * @param roots one node, or none where the customer is in no tree yet
 * @param left how many parts are not shown because nothing is known of them
 */
public record ClaimTree(List<ClaimTree.Node> roots, int left) {

    public static final ClaimTree NONE = new ClaimTree(List.of(), 0);

    public ClaimTree {
        roots = List.copyOf(roots);
    }

    /**
     * @param id null for a part that is written down only when it is granted
     * @param wanted whether this is what is asked for
     */
    public record Node(
            @Nullable AccountId id,
            String name,
            AccountKind kind,
            boolean wanted,
            List<ClaimTree.Mark> marks,
            List<ClaimTree.Node> children) {

        public Node {
            marks = List.copyOf(marks);
            children = List.copyOf(children);
        }
    }

    /** What somebody has of a node. */
    public record Mark(MarkKind kind, String partner, Instant until) {}

    /** What a claim means for who asks. */
    public enum MarkKind {
        /** The asking partner's own. */
        OWN,
        /** Another partner's, in the way of what is asked for. */
        IN_THE_WAY,
        /** Another partner's that waits for a reviewer, too. */
        WAITING,
        /** Another partner's on a part that is not touched. */
        ELSEWHERE
    }
}
