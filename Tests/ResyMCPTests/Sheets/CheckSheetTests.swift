import ResyDomain
import Testing

@testable import resy_mcp

@Suite struct CheckSheetTests {
    private static let paper = Paper(width: 80)

    private static func shown(_ found: Availability, all: Bool = false, noFee: Bool = false, seating: String? = nil)
        -> [String]
    {
        let sheet = CheckSheet(found: found, showsAll: all, isFreeAlone: noFee, seating: seating, now: Samples.now)
            .sheet
        return paper.text(sheet).split(separator: "\n").map(String.init)
    }

    /// Every quarter of an hour from 5 PM on, of six seatings that cost six things: 140 and more.
    private static func day(wanted: TimeOfDay?) -> Availability {
        var found = Samples.availability
        let fees: [Charge?] = [
            nil, Samples.fee, Samples.deposit, Charge(.cancellation, Amount(15), "USD", .guest, from: .tables),
            Charge(.cancellation, Amount(50), "USD", .unknown, from: .tables),
            Charge(.prepaid, Amount(195), "USD", .guest, isBeforeTax: true, from: .tables),
        ]
        let names = [
            "Bar", "Dining Room", "Patio", "Chef's Counter", "High Top", "The Salon, with the view of the park",
        ]
        let all = zip(names, fees).flatMap { name, fee in
            (0..<24).map { quarter in
                let time = TimeOfDay(minutesAfterMidnight: 17 * 60 + quarter * 15)
                var fee = fee
                if name == "Chef's Counter" { fee?.cutOff = Samples.zone?.instant(Samples.day.adding(days: -1), time) }
                return Samples.slot(time, name, fee: fee)
            }
        }
        found.preferredTime = wanted
        found.slots = all.filter { slot in
            wanted.map { abs($0.minutesAfterMidnight - slot.time.minutesAfterMidnight) <= 60 } ?? true
        }.sorted { left, right in
            wanted.map { wanted in
                abs(left.time.minutesAfterMidnight - wanted.minutesAfterMidnight)
                    < abs(right.time.minutesAfterMidnight - wanted.minutesAfterMidnight)
            } ?? (left.time < right.time)
        }
        found.otherTimes = all.filter { slot in !found.slots.contains(slot) }
        return found
    }

    @Test(arguments: [(Samples.time(19), false), (nil, false), (Samples.time(19), true)])
    func aDayOfManyTablesIsShort(wanted: TimeOfDay?, all: Bool) {
        let found = Self.day(wanted: wanted)
        #expect(found.slots.count + found.otherTimes.count >= 140)
        let rows = Self.shown(found, all: all)
        #expect(rows.count <= 24, "\(rows.joined(separator: "\n"))")
        #expect(rows.allSatisfy { $0.columns <= 80 })
        #expect(rows.first == "Carbone · New York · Sat Feb 14 · 2 people")
        for name in ["Bar", "Dining Room", "Patio", "Chef's Counter", "High Top", "The Salon"] {
            #expect(rows.contains { $0.hasPrefix("  \(name)") })
        }
    }

    @Test func theNearestStandsInBracketsAndTheRestIsToldByItsEnds() {
        let rows = Self.shown(Self.day(wanted: Samples.time(19)))
        #expect(rows.count(where: { $0.contains("[7:00]") }) == 6)
        #expect(rows.contains("  Earlier 5:00–5:45 · later 8:15–10:45 (--all)"))
        #expect(rows.contains("  * per guest or in total: not stated"))
        #expect(rows.last == "Book:  resy-mcp book 'Resy venue 6194' 2026-02-14 7pm")
    }

    @Test func whatItCostsStandsBesideTheSeating() {
        let rows = Self.shown(Self.day(wanted: Samples.time(19)))
        let text = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
        for words in [
            "Bar free 6:00", "$50 per guest", "late fee ($100 for 2)", "$20 in total", "deposit", "$50*",
            "$195 plus tax per guest", "prepaid ($390 for 2)",
            "late fee ($30 for 2), free to cancel until 24 h before",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    /// What came from outside cannot be a part of the command.
    @Test func whatIsCopiedIsQuoted() {
        var found = Samples.availability
        found.slots = [Samples.slot(Samples.time(19), "Joe's $(rm -rf) Bar")]
        found.party = 4
        #expect(
            Self.shown(found, seating: "joe").last
                == #"Book:  resy-mcp book 'Resy venue 6194' 2026-02-14 7pm --party 4 --seating 'Joe'\''s $(rm -rf) Bar'"#
        )
    }

    @Test func aBlockedDayIsOneSentenceAndTheLink() {
        var found = Samples.availability
        found.otherTimes = []
        for index in found.slots.indices { found.slots[index].obstacle = .captcha }
        let rows = Self.shown(found)
        #expect(rows.joined(separator: " ").contains("not bookable through this program"))
        #expect(rows.last == Samples.url)
        #expect(rows.count <= 4)
        #expect(!rows.contains { $0.contains("Book:") })
    }

    @Test func whereNoneInTheWindowCanBeBookedTheOthersAreShown() {
        var found = Samples.availability
        for index in found.slots.indices { found.slots[index].obstacle = .program }
        let rows = Self.shown(found)
        let text = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(text.contains("2 people: none within 60 minutes of 7:00 PM can be booked here"))
        #expect(text.contains("free 9:15"))
        #expect(!rows.contains { $0.contains("Book:") })
    }

    /// 7:30 AM and 7:30 PM are there, and nobody said which is meant: none of them is booked by a line that is copied.
    @Test func aTimeInDoubtIsNotBookedByGuess() {
        var found = Samples.availability
        let doubt = DoubtfulTime(Samples.time(7, 30), said: "7:30")
        (found.preferredTime, found.eitherTime, found.otherTimes) = (nil, doubt, [])
        found.slots = [Samples.time(7), Samples.time(7, 30), Samples.time(19, 30)].map { Samples.slot($0, "Bar") }
        let rows = Self.shown(found)
        let text = rows.joined(separator: " ")
        #expect(text.contains("[7:30 AM]") && text.contains("[7:30 PM]") && !text.contains("[7:00"))
        #expect(!rows.contains { $0.contains("Book:") })
    }

    @Test func tockIsNamedOnce() {
        var found = Samples.availability
        (found.slots, found.otherTimes) = ([], [])
        found.remarks = [.evening(.absence(.onTock))]
        let rows = Self.shown(found)
        #expect(rows.joined(separator: " ").contains("Carbone books on Tock; book it on Resy's site: https://"))
        #expect(rows.count(where: { $0.contains("Tock") }) == 1 && !rows.contains { $0.contains("On Resy") })
    }

    @Test func reasonsComeBeforeOtherDays() {
        var found = Samples.availability
        (found.slots, found.otherTimes) = ([], [])
        found.openDays = [Samples.day.adding(days: 1)]
        found.remarks = [.evening(.closed), .venue(.readAs(said: "carbon", name: "Carbone"))]
        found.preferredTime = nil
        let rows = Self.shown(found)
        #expect(rows[0].hasPrefix("Carbone (read from “carbon”) · "))
        let closed = rows.firstIndex(of: "The restaurant is closed that day.") ?? .max
        let days = rows.firstIndex { $0.hasPrefix("Days with tables") } ?? 0
        #expect(closed < days)
        #expect(rows.count(where: { $0.contains("carbon”") }) == 1)
    }

    @Test func howAWordWasReadStandsInTheFirstLine() {
        var found = Samples.availability
        found.readings = [.time(said: "7:30", as: Samples.time(19, 30))]
        #expect(Self.shown(found)[0].contains("(7:30 read as 7:30 PM)"))
    }

    @Test func whereNothingFitsTheNearestAreShown() {
        var found = Self.day(wanted: Samples.time(19))
        (found.otherTimes, found.slots) = (found.otherTimes + found.slots, [])
        let rows = Self.shown(found)
        #expect(rows.joined(separator: " ").contains(": no table within 60 minutes of   7:00 PM"))
        #expect(rows.contains("  16 more times (--all)"))
        #expect(!rows.contains { $0.contains("Book:") })
    }

    @Test func onlyWhatCostsNothing() {
        var found = Self.day(wanted: Samples.time(19))
        found.dropFees()
        #expect(found.slots.allSatisfy { $0.charges.isEmpty })
        let rows = Self.shown(found, noFee: true)
        #expect(rows.contains { $0.hasPrefix("  Bar  free ") })
        found.slots = []
        found.otherTimes = []
        #expect(Self.shown(found, noFee: true)[0].contains(": no table that is known to cost"))
    }

    @Test func termsThatWereAskedForAreShown() {
        var found = Samples.availability
        let terms = Terms(
            charges: Charges([Samples.feeWithCutOff]), cancelBy: nil, lines: ["Be on time."], doubleConfirmation: [],
            currency: "USD")
        let card = PaymentCard(id: 1, brand: "Visa", lastFour: "4242", isDefault: true)
        found.quotes = [Quote(slot: found.slots[0], terms: terms, card: card)]
        let text = Self.shown(found).joined(separator: " ")
        #expect(text.contains("Terms at 6:30 PM, Dining Room: $50 late fee per guest ($100 for 2)"))
        #expect(text.contains("“Be on time.”"))
        #expect(text.contains("4242"))
    }
}
