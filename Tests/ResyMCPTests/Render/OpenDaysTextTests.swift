import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// A restaurant's weeks and when its days open, in words and for programs.
@Suite struct OpenDaysTextTests {
    @Test func openDaysInWords() {
        #expect(
            OpenDaysText.render(SearchSamples.days, now: Samples.now).split(separator: "\n").map(String.init) == [
                "Semma has tables for 2 on 3 of 7 days, Tue Feb 10 to Mon Feb 16:",
                "- Tue Feb 10: 5:30, 9:45 PM", "- Fri Feb 13: 8:00 PM", "Open, times not looked at: Sun Feb 15.",
                "Sold out: Wed Feb 11, Thu Feb 12.", "Closed: Sat Feb 14.", "Not known: Mon Feb 16.",
                "Days are published up to Mon Feb 16.",
                "Days open 15 days ahead at 9:00 AM (the restaurant's own words): Sat Feb 28 opens Fri Feb 13, 9:00 AM.",
                "Resy's own setting says 14 days ahead, with no time.",
                "Resy venue 5010, New York: https://resy.com/cities/new-york-ny/venues/semma?date=2026-02-10&seats=4",
            ])
    }

    @Test func openDaysForPrograms() throws {
        var found = SearchSamples.days
        (found.venue.street, found.venue.phone) = ("60 Greenwich Ave", "+12125550133")
        let json = OpenDaysJSON.render(
            found, nextStep: NextStep.of(found, now: Samples.now, in: .model), now: Samples.now)
        #expect(SchemaCheck.faults(json, Tool.openDays.outputSchema) == [])
        #expect(
            try json["days"].items.prefix(3).map(\.compact) == [
                #"{"date":"2026-02-10","status":"open","times":["17:30","21:45"]}"#,
                #"{"date":"2026-02-11","status":"sold_out"}"#, #"{"date":"2026-02-12","status":"sold_out"}"#,
            ])
        #expect(json.at("published_until") == "2026-02-16" && json.at("venue", "phone") == "+12125550133")
        #expect(
            try json["release"].items.map(\.compact) == [
                #"{"days_ahead":15,"time":"09:00","for_day":"2026-02-28","opens_at":"2026-02-13T09:00:00-05:00","source":"need_to_know"}"#,
                #"{"days_ahead":14,"time":null,"for_day":"2026-02-28","opens_at":null,"source":"config"}"#,
            ])
        found.publishedUntil = nil
        found.release = []
        let silent = OpenDaysJSON.render(found, now: Samples.now)
        #expect(silent.at("release") == [] && silent.member("published_until")?.isNull == true)
    }

    /// A guess is told as one; a moment that lies behind is told so; sources that agree stand together.
    @Test func releasesAreToldAsTheyAreKnown() {
        func told(_ facts: [ReleaseFact]) -> [String] {
            Voice.model.sentences(facts, in: Samples.zone, now: Samples.now)
        }
        var guess = SearchSamples.release[1]
        guess.source = .calendar
        #expect(
            told([guess]) == [
                "Resy's calendar reaches 14 days ahead, with no time. By that alone Sat Feb 28 would open Sat Feb 14."
            ])
        var past = SearchSamples.release[0]
        past.forDay = Samples.day
        past.opensAt = Samples.now.adding(-86_400)
        #expect(told([past])[0].hasSuffix(": by that rule Sat Feb 14 opened Mon Feb 9, noon already."))
        past.opensAt = nil
        #expect(told([past])[0].hasSuffix(": by that rule Sat Feb 14 opened Fri Jan 30 already."))
        past.isTimeUnclear = true
        past.time = nil
        #expect(told([past])[0].contains("(the restaurant's own words, the time they name is not clear)"))
        var same = SearchSamples.release[1]
        same.daysAhead = 15
        // It says nothing new.
        #expect(told([SearchSamples.release[0], same]).count == 1)
        #expect(told([]) == [])
    }

    /// What is only reckoned for the next day is so for a later one.
    @Test func aLaterDaysReleaseIsToldAsItIsKnown() throws {
        func later(_ facts: [ReleaseFact]) -> [String] {
            Voice.model.later(facts, in: Samples.zone, now: Samples.now)
        }
        var (own, config, calendar) = (SearchSamples.release[0], SearchSamples.release[1], SearchSamples.release[1])
        (config.daysAhead, calendar.source, calendar.daysAhead) = (14, .calendar, 13)
        #expect(later([config, calendar]) == ["By that alone Sat Feb 28 would open Sat Feb 14 or Sun Feb 15."])
        own.opensAt = nil
        #expect(later([own, config, calendar]) == ["Sat Feb 28 opens Fri Feb 13."])
        (config.isReckoned, calendar.isReckoned) = (false, false)
        #expect(later([config, calendar]) == [])
    }

    @Test func theDayThatWasAskedForStandsFirst() throws {
        var found = SearchSamples.days
        var last = SearchSamples.release[0]
        last.forDay = last.forDay.adding(days: 30)
        found.lastRelease = [last]
        func days() throws -> [String] {
            try OpenDaysJSON.render(found, now: Samples.now)["release"].items.map { try $0["for_day"].string }
        }
        let next = found.release.map(\.forDay.iso)
        #expect(try days() == [last.forDay.iso] + next)
        found.days = []
        #expect(try days() == next + [last.forDay.iso])
    }

    @Test func whatResyDoesNotSayIsNotToldAsNone() {
        var found = SearchSamples.days
        for index in found.days.indices { (found.days[index].status, found.days[index].slots) = (.unknown, nil) }
        #expect(
            OpenDaysText.render(found, now: Samples.now).hasPrefix("Semma: Resy does not say which day has a table"))
        #expect(ExitStatus(found) == .failed)
        found.days[0].status = .soldOut
        #expect(OpenDaysText.render(found, now: Samples.now).hasPrefix("Semma: no day with a table"))
        #expect(ExitStatus(found) == .nothingAvailable)
    }

    /// A day that is not published yet says when it opens, to all readers.
    @Test func aCheckSaysWhenItsDayOpens() throws {
        var found = Samples.availability
        (found.slots, found.otherTimes, found.release) = ([], [], SearchSamples.release)
        found.remarks = [.evening(.notPublished(after: Samples.day.adding(days: 2), today: Samples.day))]
        let json = AvailabilityJSON.render(found)
        #expect(SchemaCheck.faults(json, Tool.checkAvailability.outputSchema) == [])
        #expect(try json["release"].items.count == 2)
        let sentence = "Days open 15 days ahead at 9:00 AM"
        #expect(AvailabilityText.render(found, now: Samples.now).contains(sentence))
        #expect(Paper(width: nil).text(CheckSheet(found: found, now: Samples.now).sheet).contains(sentence))
        #expect(AvailabilityJSON.render(Samples.availability).member("release") == nil)
    }

    /// Days of the week that come again and again, and a year that is another one, are said once.
    @Test func weeksAreToldInFewWords() {
        var found = SearchSamples.days
        let first = CalendarDay(year: 2026, month: 12, day: 21)!
        found.days = (0..<21).map { offset in
            let day = first.adding(days: offset)
            return OpenDays.Day(day: day, status: day.weekday == .monday ? .closed : offset < 12 ? .soldOut : .open)
        }
        let lines = OpenDaysText.render(found, now: Samples.now).split(separator: "\n")
        #expect(lines.contains("Closed: Mondays."))
        #expect(lines.contains("Sold out: Tue Dec 22 to Sun Dec 27, Tue Dec 29 to Fri Jan 1, 2027."))
        #expect(
            lines.contains(
                "Open, times not looked at: Sat Jan 2, 2027, Sun Jan 3, Tue Jan 5 to Sun Jan 10."))
    }

    /// That a day's tables cannot be booked here is told with the reason, of that day alone.
    @Test func daysWithoutATableToBookSayWhy() throws {
        func blocked(_ day: Int, _ hour: Int, _ obstacle: Slot.Obstacle) -> Slot {
            var slot = SearchSamples.free(SearchSamples.days.days[day].day, Samples.time(hour))
            slot.obstacle = obstacle
            return slot
        }
        var found = SearchSamples.days
        found.days[3].slots = [blocked(3, 19, .addOn), blocked(3, 20, .addOn)]
        found.days[5].slots = [blocked(5, 19, .addOn), blocked(5, 20, .program)]
        let lines = OpenDaysText.render(found, now: Samples.now).split(separator: "\n").map(String.init)
        let addOn = "Not bookable through this program: Fri Feb 13 (an add-on has to be chosen on Resy's site)."
        let mixed =
            "Not bookable through this program: Sun Feb 15 (an add-on has to be chosen on Resy's site; or held for members of "
            + "a program this account is not in)."
        #expect(lines.contains("- Fri Feb 13: 7:00, 8:00 PM"))
        #expect(lines.contains(addOn) && lines.contains(mixed))
        let notes = try OpenDaysJSON.render(found, now: Samples.now).at("note").items.map { try $0.string }
        #expect(notes.contains(addOn) && notes.contains(mixed))
        // One reason for all of them is one sentence, with the way out.
        found.days[0].slots = [blocked(0, 19, .addOn)]
        found.days[5].slots = nil
        let all = OpenDaysText.render(found, now: Samples.now)
        #expect(
            all.contains(
                "These tables are not bookable through this program (an add-on has to be chosen on Resy's site). Book it on "
                    + "Resy's site: \(found.url)"))
        // Several reasons stand by their days.
        found.days[5].slots = [blocked(5, 20, .program)]
        let several = OpenDaysText.render(found, now: Samples.now)
        #expect(several.contains("Not bookable through this program: Tue Feb 10, Fri Feb 13 (an add-on"))
        #expect(several.contains("Not bookable through this program: Sun Feb 15 (held for members"))
        #expect(several.contains("Book it on Resy's site: \(found.url)"))
    }
}
