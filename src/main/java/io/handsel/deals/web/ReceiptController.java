package io.handsel.deals.web;

import io.handsel.deals.ReceiptCheck;
import io.handsel.deals.Receipts;
import io.handsel.security.AllowAnyone;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells anybody who holds a receipt whether it is genuine. It tells nothing that is not on the receipt. */
@Controller
@RequestMapping("/receipts")
@AllowAnyone(because = "a receipt is worth something only if those it is shown to can verify it")
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping
    String verify(@RequestParam(defaultValue = "") String receipt, Model model) {
        model.addAttribute("receipt", receipt);
        if (!receipt.isBlank()) {
            var check = receipts.verify(receipt);
            model.addAttribute("verdict", check.getClass().getSimpleName());
            if (check instanceof ReceiptCheck.Genuine genuine) {
                model.addAttribute("genuine", genuine.receipt());
            }
        }
        return "deals/receipt";
    }

    /** The public key, for those who would rather verify without us. */
    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String key() {
        return receipts.publicKey();
    }
}
