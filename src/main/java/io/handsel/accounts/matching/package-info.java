/**
 * Which account does a name mean? A {@link io.handsel.accounts.matching.LiveIndex} of every name of every account, held
 * in memory, follows changes and answers with a verdict, the likely accounts, a calibrated probability for each and what
 * speaks for it, and with the groups the company may belong to. It knows neither database nor framework and decides
 * nothing about who may sell where; docs/matching.md tells how it works and how well.
 */
@NullMarked
package io.handsel.accounts.matching;

import org.jspecify.annotations.NullMarked;
