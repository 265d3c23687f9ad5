package io.handsel.deals;

import org.springframework.stereotype.Service;

/** Signs receipts and tells genuine ones from others. */
@Service
public class Receipts {

    /** Checks the text of a receipt, however it was copied. */
    public ReceiptCheck verify(String text) {
        throw new UnsupportedOperationException();
    }

    /** The key to check signatures without us, in PEM. */
    public String publicKey() {
        throw new UnsupportedOperationException();
    }
}
