/**
 * Which account does a name mean? An index of every name of every account, held in memory, that answers with the likely
 * accounts, a calibrated probability for each, and what speaks for it. It knows neither database nor framework and
 * decides nothing about who may sell where; docs/matching.md tells how it works and how well.
 */
@NullMarked
package io.handsel.accounts.matching;

import org.jspecify.annotations.NullMarked;
