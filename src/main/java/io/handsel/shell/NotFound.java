package io.handsel.shell;

/**
 * What was asked for is not there, or not there for this person: both look the same from outside. Each aggregate has its
 * own, named {@code DealNotFound}, built by a static factory that phrases the sentence. The page is a 404.
 */
public abstract class NotFound extends RuntimeException {

    protected NotFound(String sentence) {
        super(sentence);
    }
}
