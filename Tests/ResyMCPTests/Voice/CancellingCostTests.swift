import ResyDomain
import Testing

@testable import resy_mcp

/// What cancelling costs, and what comes back, in one sentence each.
@Suite struct CancellingCostTests {
    @Test func whatItCostsIsOneSum() {
        let voice = Voice.model
        #expect(voice.costOfCancelling([]) == "Cancelling costs nothing.")
        #expect(
            voice.costOfCancelling([Samples.fee], party: 3) == "Cancelling now costs the $150 late fee ($50 per guest)."
        )
        #expect(voice.costOfCancelling([Samples.deposit], party: 2) == "Cancelling now: the $20 deposit is lost.")
        // The sum is not known without the party.
        #expect(voice.costOfCancelling([Samples.fee]) == "Cancelling now costs money: $50 late fee per guest.")
    }

    /// The total stands wherever the numbers have it, whether or not anybody says in which money.
    @Test func theTotalIsToldWithoutACurrency() {
        var fee = Samples.fee
        fee.currency = nil
        let voice = Voice.model
        #expect(
            voice.text(fee, party: 3)
                == "50 (currency not stated) late fee per guest (150 for 3)")
        #expect(
            voice.costOfCancelling([fee], party: 3)
                == "Cancelling now costs the 150 (currency not stated) late fee (50 (currency not stated) per guest).")
        #expect(
            voice.cost([fee, fee], party: 2, in: nil, now: Samples.now).hasSuffix("; 200 at most in all"))
    }

    @Test func whatComesBackIsNamed() {
        var held = Samples.reservation
        held.charges = [Samples.deposit]
        #expect(Voice.model.text(isRefunded: true, of: held) == "The $20 deposit comes back.")
        #expect(Voice.model.text(isRefunded: false, of: held) == "The $20 deposit is not refunded.")
        held.charges = []
        #expect(Voice.model.text(isRefunded: false, of: held) == "What was paid is not refunded.")
    }
}
