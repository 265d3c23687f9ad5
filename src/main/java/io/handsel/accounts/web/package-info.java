/** The pages of accounts: the partners' question and reservations, the vendor's register and its imports. */
@NullMarked
package io.handsel.accounts.web;

import org.jspecify.annotations.NullMarked;
