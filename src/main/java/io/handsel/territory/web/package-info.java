/** The staff's page about territories: the tree, and who answers for each with which hours. */
@NullMarked
package io.handsel.territory.web;

import org.jspecify.annotations.NullMarked;
