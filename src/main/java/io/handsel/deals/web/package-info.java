/** The partner's pages of deals, and the public page that verifies receipts. */
@NullMarked
package io.handsel.deals.web;

import org.jspecify.annotations.NullMarked;
