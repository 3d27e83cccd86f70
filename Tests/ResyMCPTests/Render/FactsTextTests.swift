import Foundation
import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// The facts that several texts share.
@Suite struct FactsTextTests {
    @Test(arguments: [
        (50.0, "50"), (37.5, "37.50"), (0, "0"), (0.05, "0.05"), (1234.567, "1234.57"),
        (.infinity, "an unreadable amount"),
    ])
    func amounts(amount: Double, expected: String) {
        #expect(Words.amount(amount) == expected)
    }

    static func fee(
        _ kind: Charge.Kind, _ amount: Double?, _ currency: String?, _ basis: Charge.Basis,
        _ about: Charge.About = .kind, isBeforeTax: Bool = false
    ) -> Charge {
        Charge(
            kind, amount.flatMap { Amount($0) }, currency, basis, isBeforeTax: isBeforeTax, about: about, from: .terms)
    }

    @Test(arguments: [
        (fee(.cancellation, 50, "USD", .guest), "cancellation fee 50 USD per guest"),
        (fee(.deposit, 100, "GBP", .party), "deposit 100 GBP for the party"),
        (fee(.prepaid, 95.5, "USD", .guest), "paid in advance 95.50 USD per guest"),
        (fee(.unknown, nil, nil, .unknown, .recorded("see terms")), "may cost money (see terms)"),
        (
            fee(.unknown, nil, nil, .unknown),
            "may cost money (amount not stated)"
        ),
        (fee(.cancellation, 30, "USD", .guest, isBeforeTax: true), "cancellation fee 30 USD plus tax per guest"),
        (
            fee(.cancellation, 50, "USD", .party, .largeParty(from: 5)),
            "cancellation fee 50 USD for the party for parties of 5 or more"
        ),
        (
            fee(.cancellation, 25, nil, .unknown),
            "cancellation fee 25 (currency not stated) (per guest or for the party: not stated)"
        ),
    ])
    func fees(fee: Charge, expected: String) {
        #expect(FactsText.fee(fee, zone: Samples.zone, now: Samples.now) == expected)
    }

    @Test func aCutOffIsOnTheRestaurantsClock() throws {
        let text = FactsText.fee(Samples.feeWithCutOff, zone: Samples.zone, now: Samples.now)
        #expect(text.contains(", free until Friday Feb 13 at 7:00 PM"))
        let zone = try #require(Samples.zone)
        let cutOff = try #require(Samples.feeWithCutOff.cutOff)
        #expect(Facts.fee([Samples.feeWithCutOff], party: 2, zone: zone).at("cut_off") == .string(zone.iso8601(cutOff)))
        #expect(Facts.fee([Samples.feeWithCutOff], party: 2, zone: nil).at("cut_off").isNull)
    }

    @Test func aCutOffThatIsPastIsOver() throws {
        let late = try #require(Samples.feeWithCutOff.cutOff)
        let text = FactsText.fee(Samples.feeWithCutOff, zone: Samples.zone, now: late)
        #expect(text == "cancellation fee 50 USD per guest, free cancellation ended Friday Feb 13 at 7:00 PM")

        var found = Samples.availability
        found.slots = [Samples.slot(Samples.time(19), fee: Samples.feeWithCutOff)]
        var outcome = Samples.booked
        (outcome.cancelBy, outcome.slot.charges) = (late, [Samples.feeWithCutOff])
        var held = Samples.reservation
        held.cancelBy = late
        let list = ReservationList(reservations: [held], isSynced: true, remarks: [])
        for text in [
            AvailabilityText.render(found, now: late), BookingText.render(outcome, now: late),
            ReservationText.render(list, includesPast: false, link: RenderTests.link, now: late),
        ] {
            #expect(text.lowercased().contains("free cancellation ended friday feb 13 at 7:00 pm"), "\(text)")
            #expect(!text.contains(" until "), "\(text)")
        }
    }

    /// What is taken at booking is not free until then, and where nothing is at stake nothing has ended.
    @Test func aCutOffIsWordedByWhatItIsOf() {
        let (until, past) = (Samples.now.adding(86_400), Samples.now.adding(-86_400))
        for (kind, open, over) in [
            (Charge.Kind.deposit, "cancel by .. for a refund", "refundable until .., which is past"),
            (.prepaid, "cancel by .. for a refund", "refundable until .., which is past"),
            (.unknown, "cancel by ..", "it was to be cancelled by .., which is past"),
            (nil, "cancel by ..", "it was to be cancelled by .., which is past; no fee is stated for that"),
        ] {
            for (moment, expected) in [(until, open), (past, over)] {
                let spoken = Words.moment(moment, in: Samples.zone) ?? ""
                let text = FactsText.cancelBy(moment, kind, zone: Samples.zone, now: Samples.now)
                #expect(text == expected.replacingOccurrences(of: "..", with: spoken))
            }
            guard let kind else { continue }
            var fee = Samples.feeWithCutOff
            fee.kind = kind
            for moment in [until, past] {
                fee.cutOff = moment
                #expect(!FactsText.fee(fee, zone: Samples.zone, now: Samples.now).contains("free"))
            }
        }
    }

    @Test func aSlotThatCannotBeBookedSaysWhy() {
        var slot = Samples.slot(Samples.time(20))
        slot.obstacle = .onTock
        #expect(
            Facts.slot(slot, evening: Samples.day, party: 2, zone: nil).at("reason") == "books on Tock, not on Resy")
        #expect(
            FactsText.slot(slot, evening: Samples.day, zone: nil, now: Samples.now).hasSuffix(
                "cannot be booked here: books on Tock, not on Resy"))
        slot.obstacle = nil
        slot.token = nil
        #expect(Facts.slot(slot, evening: Samples.day, party: 2, zone: nil).at("reason") == .string(FactsText.noToken))
    }
}
