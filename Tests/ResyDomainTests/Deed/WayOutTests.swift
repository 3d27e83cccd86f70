@testable import ResyDomain
import Testing

@Suite struct WayOutTests {
    private static let table = Instant(seconds: 1_800_000_000)

    private static func terms(_ charges: Charges, until: Instant?) -> Terms {
        Terms(charges: charges, cancelBy: until, lines: [], doubleConfirmation: [], currency: "USD")
    }

    private static func late(_ hours: Double?) -> Charges {
        [
            Charge(
                .cancellation, Amount(25), "USD", .guest, cutOff: hours.map { table.adding(-$0 * 3600) },
                from: .terms)
        ]
    }

    @Test(arguments: [
        (Charges(), nil, WayOut.always), (Charges(), 48.0, .before(hours: 48)), (late(24), nil, .before(hours: 24)),
        (late(nil), 6.0, .before(hours: 6)), (late(nil), nil, .notStated),
    ])
    func isReadFromTheTerms(charges: Charges, until: Double?, expected: WayOut) {
        let terms = Self.terms(charges, until: until.map { Self.table.adding(-$0 * 3600) })
        #expect(WayOut(terms, start: Self.table) == expected)
    }

    @Test func aMomentWithoutTheTablesOwnSaysNothing() {
        #expect(WayOut(Self.terms(Self.late(24), until: nil), start: nil) == .notStated)
    }

    @Test(arguments: [
        (WayOut.always, 0.0, true), (.before(hours: 24), 24, true), (.before(hours: 24.5), 24, false),
        (.notStated, 8760, false),
    ])
    func isOpenForLongEnough(wayOut: WayOut, most: Double, expected: Bool) {
        #expect(wayOut.isOpen(untilHoursBefore: most) == expected)
    }

    @Test(arguments: [
        (ConsentPolicy.Mode.fees, WayOut.before(hours: 24), Consent.goAhead), (.fees, .before(hours: 72), .ask),
        (.fees, .notStated, .ask), (.never, .before(hours: 72), .refuse), (.never, .always, .goAhead),
        (.always, .always, .ask),
    ])
    func oneThatClosesEarlyIsNotBookedUnasked(mode: ConsentPolicy.Mode, wayOut: WayOut, expected: Consent) {
        var offer = Offer(stake: .nothing, isFree: true, cost: "", isAgreed: false)
        offer.wayOut = wayOut
        #expect(ConsentPolicy(mode: mode, largestFee: 0, longestCutOff: 48).decide(offer) == expected)
        #expect(ConsentPolicy(mode: .never, largestFee: 0).decide(offer) == .goAhead)
        offer.isAgreed = true
        #expect(ConsentPolicy(mode: mode, largestFee: 0, longestCutOff: 48).decide(offer) == .goAhead)
    }
}
