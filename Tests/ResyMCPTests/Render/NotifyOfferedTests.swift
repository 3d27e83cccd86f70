@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Resy's Notify is offered wherever no table was found, in the listener's own words.
@Suite struct NotifyOfferedTests {
    private static var search: FoundTables {
        var found = SearchSamples.nothing
        let venue = SearchSamples.venue(7, "Lilia")
        found.leftOut = [LeftOut(.evening(venue, SearchSamples.saturday), .soldOut)]
        (found.preferredTime, found.earliest, found.latest) = (Samples.time(19), nil, Samples.time(21))
        return found
    }

    @Test func aSearchOffersItOnce() {
        let step = NextStep.of(Self.search, now: Samples.now, in: .model)
        #expect(step.contains("notify_me"))
        #expect(
            !NextStep.of(Self.search, now: Samples.now, in: Voice(.model, offersDeeds: false)).contains("notify_me"))
        func sheet(isReadOnly: Bool) -> String {
            let paper = Paper(width: 80)
            return paper.text(
                SearchSheet(found: Self.search, isReadOnly: isReadOnly, now: Samples.now).sheet(on: paper))
        }
        let command = "Notify:  resy-mcp notify add 'Resy venue 7' 2026-02-14 --after 6pm --before 9pm"
        #expect(sheet(isReadOnly: false).contains(command))
        #expect(!sheet(isReadOnly: true).contains("notify add"))
    }

    /// A restaurant that was only hit by a search, or is closed, is none to wait for.
    @Test func onlyWhatIsNamedAndSoldOutIsOffered() {
        var found = Self.search
        found.leftOut = [
            LeftOut(.restaurants(3), .soldOut), LeftOut(.evening(SearchSamples.venue(7, "L"), Samples.day), .closed),
        ]
        #expect(found.notifiable == nil)
    }

    @Test func weeksWithoutAnOpenDayOfferIt() {
        var days = SearchSamples.days
        days.days = days.days.map { day in
            var day = day
            (day.status, day.slots) = (.soldOut, nil)
            return day
        }
        #expect(NextStep.of(days, now: Samples.now, in: .model).contains("notify_me"))
        let shown = Paper(width: 80).text(DaysSheet(found: days, now: Samples.now).sheet)
        #expect(shown.contains("Notify:  resy-mcp notify add"))
        #expect(!NextStep.of(SearchSamples.days, now: Samples.now, in: .model).contains("notify_me"))
    }
}
