import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// A cancellation, in words and for programs, in every state.
@Suite struct CancellationTextTests {
    static let link = VenueLinks(base: "https://resy.com")

    @Test(arguments: [
        CancellationOutcome.Status.cancelled, .needsConfirmation, .declined, .notCancelled, .unknown,
    ])
    func everyCancellationFitsTheSchema(status: CancellationOutcome.Status) {
        for refund in [true, false, nil] {
            var outcome = Samples.cancelled
            (outcome.status, outcome.refund, outcome.confirmToken) = (status, refund, "tok")
            outcome.reservation.charges = [Samples.feeWithCutOff, Samples.deposit]
            outcome.reservation.cancelBy = Samples.feeWithCutOff.cutOff
            outcome.terms = ["Late guests pay."]
            let structured = CancellationJSON.render(outcome, link: Self.link, nextStep: "next")
            #expect(SchemaCheck.faults(structured, Tool.cancelReservation.outputSchema) == [])
            #expect(structured.member("refund") == .bool(refund))
            #expect(structured.member("charged")?.isNull == true)
            #expect(structured.at("terms") == ["Late guests pay."])
            let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
            for fact in ["Carbone", "RESY-900000123", "tok", "“Late guests pay.”"] {
                #expect(text.contains(fact))
            }
            #expect(text.contains("$120 at most in all") == (status != .cancelled))
        }
    }

    @Test func whatWasChargedIsSaid() {
        var outcome = Samples.cancelled
        outcome.reservation.charges = [Samples.fee]
        outcome.charged = Charged(Amount(100)!, "USD")
        let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
        #expect(text.contains("Cancelled: Carbone, Sat Feb 14, 7:00 PM"))
        #expect(text.contains("The $100 late fee is charged."))
        let structured = CancellationJSON.render(outcome, link: Self.link)
        #expect(structured.at("charged").compact == #"{"amount":100,"currency":"USD"}"#)
        #expect(SchemaCheck.faults(structured, Tool.cancelReservation.outputSchema) == [])
    }

    /// Whether a fee is due is said where its sum is not known, too.
    @Test func whetherAFeeIsDueIsSaid() {
        var outcome = Samples.cancelled
        func text() -> String { CancellationText.render(outcome, link: Self.link, now: Samples.now) }
        #expect(!text().contains(" due"))
        outcome.reservation.charges = [Samples.feeWithCutOff]
        #expect(text().contains("\nNo fee is due.\n"))
        outcome.reservation.charges = [Samples.fee]
        #expect(text().contains("A fee may be due: $50 late fee per guest ($100 for 2)."))
        outcome.remarks = [.cancelling(.cancelledBefore(isListRead: true))]
        #expect(text().hasPrefix("Already cancelled:") && !text().contains(" due"))
    }

    /// Before the yes: what it costs now, once.
    @Test func whatCancellingCostsNowIsSaidOnce() {
        var outcome = Samples.cancelled
        outcome.status = .needsConfirmation
        outcome.reservation.charges = [Samples.fee]
        outcome.remarks = [.cancelling(.costs([Samples.fee])), .yes(.askFor(.cancel))]
        let text = CancellationText.render(outcome, link: Self.link, now: Samples.now)
        #expect(text.contains("Not cancelled yet. Please confirm: Carbone"))
        #expect(text.contains("Cancelling now costs the $100 late fee ($50 per guest)."))
        #expect(text.ranges(of: "$50").count == 1)
        #expect(text.contains("Cancelling can't be undone."))
        outcome.remarks = [.cancelling(.costs([]))]
        #expect(
            CancellationText.render(outcome, link: Self.link, now: Samples.now).contains("Cancelling costs nothing."))
    }

    @Test func ofARefundToldBeforeNothingIsSaid() {
        var outcome = Samples.cancelled
        func text() -> String { CancellationText.render(outcome, link: Self.link, now: Samples.now) }
        #expect(!text().contains("paid"))
        outcome.reservation.charges = [Samples.deposit]
        #expect(text().contains("Resy did not say whether what was paid comes back."))
        outcome.isEarlier = true
        #expect(!text().contains("paid"))
        #expect(text().hasPrefix("Already cancelled: Carbone") && text().contains("Nothing new was sent."))
    }
}
