@testable import ResyDomain
import Testing

@testable import resy_mcp

@Suite struct SearchSheetTests {
    private static func shown(
        _ found: FoundTables, width: Int? = 80, all: Bool = false, asking: Bool = false, goingOn: [String]? = nil
    ) -> [String] {
        let paper = Paper(width: width)
        let sheet = SearchSheet(found: found, showsAll: all, isAsking: asking, goingOn: goingOn, now: Samples.now)
        return paper.text(sheet.sheet(on: paper)).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    @Test func aFewRestaurantsAreAGrid() {
        let rows = Self.shown(SearchSamples.found)
        #expect(
            rows == [
                "2 restaurants have a table for 4 around 8:00 PM, Sat Feb 14 or Sun Feb 15, in",
                "  West Village, New York:",
                "               Sat Feb 14        Sun Feb 15",
                "1 Don Angie    7:45$ 8:00 8:15$  7:30$",
                "  Sat 8:00 PM exactly · free · rated 4.7 · 0.4 mi away · West Village · Italian",
                "2 Carbone      -                 9:00$",
                "  Sun 9:00 PM, 1 h later ·",
                "  $50 late fee per guest ($200 for 4), free to cancel until Sat 9 PM · rated 4.7",
                "  Tock Tavern  8:00              -",
                "  rated 4.7 · 0.4 mi away · not bookable through this program: books on Tock ·",
                "  https://resy.com/cities/new-york-ny/venues/tock-tavern?date=2026-02-14&seats=4",
                "  $ money at stake",
                "“Joe's” fits 2 restaurants on Resy: Joe's, West Village, New York (Resy venue",
                "  6001) or Joe's, Midtown, New York (Resy venue 6002).",
                "Sold out: Lilia.",
                "Only at other times: Via Carota (5:00, 10:30 PM).",
                "Book:  resy-mcp book 'Resy venue 5001' 2026-02-14 8pm --party 4 --seating 'Bar'",
            ])
        #expect(!Self.shown(SearchSamples.found, asking: true).contains { $0.hasPrefix("Book:") })
    }

    @Test func whatWasNotLookedAtIsSaidWithTheWayOn() {
        var found = SearchSamples.partial
        found.leftOut.append(LeftOut(.evening(found.results[1].venue, SearchSamples.saturday), .notLooked))
        let rows = Self.shown(found, goingOn: ["find", "$(reboot)", "--on", "sat", "--cursor", "c5Yx"])
        #expect(rows[0].hasPrefix("So far 2 restaurants have a table"))
        #expect(rows.contains { $0.hasPrefix("2 Carbone      ?     ") })
        #expect(rows.contains("  $ money at stake · ? not looked at"))
        #expect(
            rows.contains { $0.hasPrefix("Not looked at: I Sodi, Carbone Sat Feb 14. The looking budget") })
        #expect(rows.contains("Go on in 2 minutes:  resy-mcp find '$(reboot)' --on sat --cursor c5Yx"))
        #expect(rows.contains("Resy's answers are up to 40 seconds old."))
    }

    @Test func theSameCommandGoesOn() {
        let line = ["find", "sushi", "--cursor", "old", "--on", "sat", "--cursor=older"]
        #expect(SearchErrand.goingOn(line, with: "new") == ["find", "sushi", "--on", "sat", "--cursor", "new"])
    }

    @Test func nothingSaysWhyFirst() {
        let rows = Self.shown(SearchSamples.nothing)
        #expect(rows[0].hasPrefix("No table for 4 around 8:00 PM, Sat Feb 14 or Sun Feb 15"))
        #expect(rows.contains("Sold out: Lilia.") && !rows.contains { $0.hasPrefix("Book:") })
        var empty = FoundTables(party: 2, days: [SearchSamples.saturday])
        (empty.earliest, empty.latest) = (Samples.time(18), Samples.time(21))
        empty.end = .failed(.service(.server(status: 500)), until: nil)
        let failed = Self.shown(empty)
        #expect(failed[0] == "No table for 2 between 6:00 PM and 9:00 PM, Sat Feb 14, as far as was looked.")
        #expect(failed[1].hasPrefix("Not all was looked at. "))
    }

    @Test(arguments: [3, 7, 16]) func manyDaysFit(count: Int) {
        var found = SearchSamples.huge
        found.days = (0..<count).map { SearchSamples.saturday.adding(days: $0) }
        if count == 16 {
            // On each but two days one of them has a table.
            for index in 0..<9 {
                let day = SearchSamples.saturday.adding(days: 5 + index)
                found.results[index].evenings.append(
                    FoundEvening(day: day, slots: [SearchSamples.free(day, Samples.time(20))]))
            }
        }
        let rows = Self.shown(found)
        #expect(rows.allSatisfy { $0.columns <= 80 }, "\(rows.joined(separator: "\n"))")
        // Each is named once in each block of days, and told of once.
        let blocks = count == 16 ? 2 : 1
        for number in 1...10 {
            #expect(rows.count { $0.hasPrefix("\(number) ") && $0.contains("Trattoria Number \(number) ") } == blocks)
        }
        #expect(rows.count { $0.hasPrefix("   Sat 8:00 PM exactly ·") } == 10)
        #expect(rows.contains { $0.hasPrefix("  No table: ") } == (count == 16))
        #expect(rows.contains("Beyond --limit: 130 more restaurants."))
    }

    /// Where a program reads it, nothing is broken.
    @Test func aPipeHasEachOnALine() {
        let rows = Self.shown(SearchSamples.huge, width: nil)
        #expect(rows.count { $0.contains("Trattoria Number 1 ") } == 1)
    }

    @Test func wideNamesKeepTheColumns() {
        var found = SearchSamples.found
        found.results[0].venue.name = "すし大将とその仲間たちの店"
        found.results[1].venue.name = "Café \u{1F363} Nuñez"
        let rows = Self.shown(found)
        #expect(rows.allSatisfy { $0.columns <= 80 })
        let head = rows.first { $0.contains("Sat Feb 14        Sun Feb 15") } ?? ""
        let sunday = String(head.prefix(upTo: head.firstRange(of: "Sun")?.lowerBound ?? head.startIndex)).columns
        for (row, time) in [("1 す", "7:30$"), ("2 C", "9:00$")] {
            let line = rows.first { $0.hasPrefix(row) } ?? ""
            let place = line.firstRange(of: time, backwards: true)
            #expect(String(line.prefix(upTo: place ?? line.startIndex)).columns == sunday, "\(line)")
        }
    }

    @Test func aMorningSaysItsHalfOfTheDay() {
        var found = SearchSamples.found
        found.results[0].evenings[0].slots[0].time = Samples.time(11, 30)
        #expect(Self.shown(found).contains { $0.contains("11:30 AM") && $0.contains("7:45 PM$") })
    }

    /// What a shell would run is in quotes.
    @Test func aSeatingOfOthersIsQuoted() {
        var found = SearchSamples.found
        found.results[0].evenings[0].slots = [
            SearchSamples.free(SearchSamples.saturday, Samples.time(20), "$(reboot)'s"),
            SearchSamples.costly(SearchSamples.saturday, Samples.time(20)),
        ]
        let rows = Self.shown(found)
        #expect(rows.last?.hasSuffix(#" 8pm --party 4 --seating '$(reboot)'\''s'"#) == true, "\(rows.last ?? "")")
    }

    @Test func theTablesOfOneArePicked() {
        let found = SearchSamples.found
        let tables = SearchErrand.tables(of: found.results[0], best: found.best(of: found.results[0]), most: 9)
        #expect(
            Paper(width: 80).text(SearchErrand.list(tables, party: 4, now: Samples.now)) == """
                1. Sat Feb 14, 8:00 PM, Bar, free
                2. Sat Feb 14, 7:45 PM, Dining Room, $50 late fee per guest ($200 for 4)
                3. Sat Feb 14, 8:15 PM, Dining Room, $50 late fee per guest ($200 for 4)
                4. Sun Feb 15, 7:30 PM, Dining Room, $50 late fee per guest ($200 for 4)
                """)
        #expect(SearchErrand.tables(of: SearchSamples.huge.results[0], best: nil, most: 9).count == 9)
    }
}

extension String {
    fileprivate func firstRange(of text: String, backwards: Bool) -> String.Index? {
        ranges(of: text).last?.lowerBound
    }
}
