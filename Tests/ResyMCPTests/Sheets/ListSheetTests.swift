import Foundation
import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct ListSheetTests {
    private static let link = VenueLinks(base: "https://resy.com")

    private static func held(_ id: Int, _ name: String, _ city: String = "New York", days: Int = 0) -> Reservation {
        var held = Samples.reservation
        held.id = id
        held.venue.name = name
        held.venue.city = city
        held.day = held.day.adding(days: days)
        return held
    }

    private static func shown(
        _ reservations: [Reservation], isSynced: Bool = true, remarks: [Remark] = [], now: Instant = Samples.now,
        width: Int = 80
    ) -> [String] {
        let list = ReservationList(reservations: reservations, isSynced: isSynced, remarks: remarks)
        let sheet = ListSheet(list: list, includesPast: false, link: link, now: now)
            .sheet(on: Paper(width: width))
        return Paper(width: width).text(sheet).split(separator: "\n").map(String.init)
    }

    @Test func columnsStandBelowEachOther() {
        var paid = Self.held(4, "Deposit House", days: -1)
        paid.charges = Charges([Samples.deposit])
        let rows = Self.shown([paid, Self.held(7, "Joe's", "Chicago", days: 12), Self.held(9, "寿司", days: 13)])
        #expect(
            rows == [
                "Fri Feb 13  7:00 PM  2  Deposit House   RESY-4  $20 deposit in total",
                "Thu Feb 26  7:00 PM  2  Joe's, Chicago  RESY-7  no fee stated",
                "Fri Feb 27  7:00 PM  2  寿司            RESY-9  no fee stated",
            ])
    }

    /// However much there is to say of it.
    @Test func aReservationIsTwoRowsAtMost() {
        var long = Self.held(900_000_004, "The Restaurant of the Very Long Name at the End of the Street")
        long.charges = Charges([Samples.feeWithCutOff, Samples.deposit])
        long.specialRequests = "a quiet table by the window, and a high chair, and no cilantro in anything at all"
        let rows = Self.shown([long])
        #expect(rows.count == 2)
        #expect(rows.allSatisfy { $0.columns <= 80 })
    }

    /// The name and the wish give way first; the number, the sum and the deadline stand whole.
    @Test(arguments: [80, 60, 40]) func numberSumAndDeadlineAreNeverCut(width: Int) {
        var long = Self.held(900_000_004, "The Restaurant of the Very Long Name at the End of the Street", "Chicago")
        long.charges = Charges([Samples.feeWithCutOff])
        long.specialRequests = "a quiet table by the window, and a high chair, and no cilantro in anything at all"
        for held in [long, Self.held(5, "Bar")] {
            let rows = Self.shown([held, Self.held(6, "Bar"), Self.held(7, "Bar")], width: width)
            #expect(rows.allSatisfy { $0.columns <= width })
            let text = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
            #expect(text.contains("RESY-\(held.id)"))
            #expect(
                held.charges.isEmpty
                    || text.contains("$50 late fee per guest ($100 for 2)")
                        && text.contains("is free to cancel until Fri 7 PM (RESY-\(held.id)).")
            )
        }
        let rows = Self.shown([long, Self.held(6, "Bar"), Self.held(7, "Bar")], width: width)
        #expect(rows.contains { $0.contains("\u{2026}") })
    }

    @Test func deadlinesAreTheFirstLines() {
        var soon = Self.held(4, "Carbone")
        soon.charges = Charges([Samples.feeWithCutOff])
        let evening = Instant(seconds: (Samples.feeWithCutOff.cutOff?.seconds ?? 0) - 3600)
        #expect(Self.shown([soon], now: evening)[0] == "Carbone is free to cancel until today 7 PM (RESY-4).")
        // What is told there is not told again, and past it says nothing.
        #expect(Self.shown([soon], now: evening).joined().components(separatedBy: "free to cancel").count == 2)
        var later = Self.held(5, "Joe's", days: 1)
        later.cancelBy = soon.charges.freeUntil?.adding(86_400)
        let first = Self.shown([later, soon]).prefix(2)
        #expect(
            first == [
                "Carbone is free to cancel until Fri 7 PM (RESY-4).",
                "Joe's is free to cancel until Sat 7 PM (RESY-5).",
            ])
        #expect(Self.shown([soon], now: evening.adding(7200))[0].hasPrefix("Sat Feb 14"))
    }

    /// Nobody looks for the address before the day itself.
    @Test func onTheDayItSaysWhere() {
        var held = Self.held(4, "Carbone")
        (held.venue.street, held.venue.phone) = ("181 Thompson St", "+12125550100")
        #expect(Self.shown([held]).count == 1)
        let morning = Samples.zone!.instant(Samples.day, Samples.time(9))
        #expect(Self.shown([held], now: morning)[1] == "    181 Thompson St · +12125550100")
        #expect(Self.shown([held], now: morning.adding(86_400)).count == 1)
    }

    @Test func fromMemoryItSaysSoFirst() {
        let why = [Remark.list(.fromMemory(.places(.late), []))]
        #expect(
            Self.shown([], isSynced: false, remarks: why)[0]
                == "I couldn't reach Resy. On this computer's own record: no upcoming reservations.")
        let rows = Self.shown([Self.held(4, "Carbone")], isSynced: false, remarks: why)
        #expect(rows[0] == "I couldn't reach Resy. On this computer's own record:")
        #expect(rows[1].contains("Carbone"))
        #expect(rows[2].hasPrefix("Tables booked elsewhere may be missing here. "))
        #expect(Self.shown([]) == ["You have no upcoming reservations."])
    }

    @Test func whatIsOverSaysWhatItIs() {
        var gone = Self.held(4, "Carbone")
        gone.status = .noShow
        #expect(Self.shown([gone])[0].hasSuffix("no-show"))
        gone.status = .cancelled
        #expect(Self.shown([gone])[0].hasSuffix("cancelled"))
    }
}
