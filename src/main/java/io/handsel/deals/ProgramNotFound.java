package io.handsel.deals;

import io.handsel.shell.NotFound;

/** There is no program of this name. */
public class ProgramNotFound extends NotFound {

    private ProgramNotFound(String sentence) {
        super(sentence);
    }

    static ProgramNotFound named(String program) {
        return new ProgramNotFound("There is no program " + program);
    }
}
