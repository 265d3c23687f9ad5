/** The pages of recruitment: campaigns with their brief, the board of candidates, and the doors that are open to anyone. */
@NullMarked
package io.handsel.recruitment.web;

import org.jspecify.annotations.NullMarked;
