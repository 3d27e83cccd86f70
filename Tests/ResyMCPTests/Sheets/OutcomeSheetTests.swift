@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// How deeds end, and failures: the first line says what is so.
@Suite struct OutcomeSheetTests {
    private static func shown(_ sheet: Sheet, width: Int? = nil) -> [String] {
        Paper(width: width).text(sheet).split(separator: "\n").map(String.init)
    }

    private static func shown(_ outcome: BookingOutcome, limit: Double = 0) -> [String] {
        shown(BookingSheet(outcome: outcome, limit: limit, now: Samples.now).sheet)
    }

    private static func shown(_ outcome: CancellationOutcome) -> [String] {
        shown(CancellationSheet(outcome: outcome, limit: 50, now: Samples.now).sheet)
    }

    private static let table = "Carbone, Sat Feb 14, 7:00 PM, 2 people, Dining Room"

    @Test func aBookingSaysWhatWasBooked() {
        let rows = Self.shown(Samples.booked)
        #expect(rows[0] == "Booked: \(Self.table)")
        #expect(rows[1] == "RESY-900000123 · $50 late fee per guest ($100 for 2)")
        #expect(rows.contains("Resy mails the confirmation to you@example.com."))
    }

    /// Whoever said yes beforehand reads the restaurant's words afterwards.
    @Test func whatNobodyWasShownIsShown() {
        #expect(!Self.shown(Samples.booked).contains { $0.contains("Be on time.") })
        let sheet = BookingSheet(outcome: Samples.booked, limit: 0, showsTerms: true, now: Samples.now).sheet
        #expect(Self.shown(sheet).contains("  “Be on time.”"))
        var again = Samples.booked
        again.earlier = EarlierBooking(entry: 1)
        let known = BookingSheet(outcome: again, limit: 0, showsTerms: true, now: Samples.now).sheet
        #expect(!Self.shown(known).contains { $0.contains("Be on time.") })
    }

    @Test func aRepeatSaysThatNothingNewWasSent() {
        var outcome = Samples.booked
        outcome.earlier = EarlierBooking(entry: 1)
        // A wish was sent to it.
        #expect(Self.shown(outcome)[0] == "Already booked: \(Self.table). No second table was booked.")
        outcome.wishes = []
        #expect(Self.shown(outcome)[0] == "Already booked: \(Self.table). Nothing new was sent.")
    }

    @Test(arguments: [
        (
            Stake.known(Amount(200) ?? .zero, currency: "USD"),
            "$200 is more than your limit of $50 (--max-fee). Nothing was booked."
        ),
        (
            Stake.unknown,
            "Resy does not state all of what it costs, so no limit (--max-fee) covers it. Nothing was booked."
        ),
    ])
    func beyondTheLimit(stake: Stake, line: String) {
        var outcome = Samples.outcome(.overLimit)
        outcome.stake = stake
        outcome.remarks = [.booking(.overLimit(.unknown, limit: 50))]
        let rows = Self.shown(outcome, limit: 50)
        #expect(rows[0] == line)
        #expect(rows.count(where: { $0.contains("Nothing was booked") }) == 1)
    }

    @Test func whatIsNotDoneIsSaid() {
        #expect(Self.shown(Samples.outcome(.declined))[0] == "Nothing was booked: \(Self.table)")
        #expect(Self.shown(Samples.waiting)[0] == "Not booked yet: \(Self.table)")
        #expect(!Self.shown(Samples.waiting).contains { $0.contains("k7Qz2m") })
        #expect(Self.shown(Samples.outcome(.unknown))[0] == "It is not known whether this was booked: \(Self.table)")
    }

    private static let held = "Carbone, Sat Feb 14, 7:00 PM, 2 people (RESY-900000123)"

    @Test func aCancellationSaysWhatBecameOfTheMoney() {
        #expect(Self.shown(Samples.cancelled) == ["Cancelled \(Self.held)."])
        var outcome = Samples.cancelled
        outcome.reservation.charges = [Samples.deposit]
        #expect(Self.shown(outcome)[0].hasSuffix("Resy did not say whether what was paid comes back."))
        outcome.refund = false
        #expect(Self.shown(outcome)[0].hasSuffix("What was paid does not come back."))
        outcome.refund = true
        #expect(Self.shown(outcome)[0].hasSuffix("What was paid comes back."))
        outcome.charged = Charged(Amount(100) ?? .zero, "USD")
        #expect(Self.shown(outcome)[0].hasSuffix("$100 is charged for it."))
    }

    @Test func whatStillStandsIsSaid() {
        let held = Samples.reservation
        #expect(
            Self.shown(CancellationOutcome(.declined, held, remarks: [.cancelling(.saidNo)]))
                == ["Nothing was cancelled. Still booked: \(Self.held)."])
        #expect(
            Self.shown(CancellationOutcome(.notCancelled, held, remarks: [.cancelling(.notTried)]))
                == ["Not cancelled, still booked: \(Self.held).", "It was not tried."])
        let limit = CancellationOutcome(
            .declined, held, remarks: [.cancelling(.overLimit(isStated: true, [Samples.fee], party: 2))])
        #expect(
            Self.shown(limit) == [
                "$100 is more than your limit of $50 (--max-fee). Nothing was cancelled. Still booked: \(Self.held)."
            ])
    }

    // MARK: - Failures

    private static func failure(_ choices: [ResyError.Choice], code: ResyError.Code = .venueAmbiguous) -> [String] {
        let error = ResyError(code, .venue(.several("Joe", count: choices.count)), choices: choices)
        return shown(
            FailureSheet(error: error, link: VenueLinks(base: "https://resy.com"), now: Samples.now).sheet, width: 80)
    }

    @Test func candidatesAreNumbered() {
        let rows = Self.failure([.venue(Samples.venue), .venue(Venue(id: 7, name: "Joe's"))])
        #expect(rows[0].hasPrefix("resy-mcp: "))
        #expect(rows[1].hasPrefix("1. Carbone, Greenwich Village, New York, Resy venue 6194,"))
        #expect(rows.contains { $0.hasPrefix("2. Joe's, Resy venue 7,") })
        #expect(rows.contains("   https://resy.com/cities/new-york-ny/venues/carbone"))
    }

    /// A table that is gone is told as a check tells of tables.
    @Test func alternativesAreATable() {
        let choices = [18, 20].map { hour in
            ResyError.Choice.slot(
                Samples.slot(Samples.time(hour), fee: Samples.fee), evening: Samples.day, party: 2, zone: Samples.zone)
        }
        let rows = Self.failure(choices, code: .slotGone)
        #expect(rows[1] == "  Dining Room  $50 per guest  6:00  8:00  late fee ($100 for 2)")
    }

    @Test(arguments: [
        ("2", 3, 1), ("0", 3, nil), ("4", 3, nil), ("", 3, nil), ("x", 3, nil), ("y", 1, 0), ("n", 1, nil),
    ])
    func aNumberPicks(typed: String, count: Int, index: Int?) {
        #expect(Errand.index(typed, of: count) == index)
    }
}
