import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct CheckAvailabilityTests {
    @Test func showsWhatIsNearTheTimeAndWhatIsNot() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check(time: "7pm", within: 30)
            #expect(answer.slots.map { $0.time.clock } == ["19:00", "18:45", "19:15", "18:30", "19:30"])
            #expect(!answer.otherTimes.isEmpty)
            #expect(answer.slots.allSatisfy { $0.isBookable && $0.charges.main == nil })
            #expect(answer.openDays.isEmpty)
            #expect(answer.venue.zone?.name == "America/New_York")
            #expect(answer.url.hasSuffix("/cities/new-york-ny/venues/example-trattoria?date=\(stage.day(3))&seats=2"))
        }
    }

    @Test func needsNoAccount() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            #expect(try await !stage.check().slots.isEmpty)
            #expect(await stage.count(.authPassword) == 0)
            #expect(await stage.sandbox.requests(to: .find).allSatisfy { $0.authToken == nil })
        }
    }

    @Test func goesOnWithoutATokenThatResyRefuses() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .find)
            #expect(try await !stage.check().slots.isEmpty)
            #expect(await stage.sandbox.requests(to: .find).map { $0.authToken == nil } == [false, true])
            #expect(await stage.count(.authPassword) == 0)
        }
    }

    @Test func offersOtherDaysWhenNothingFits() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Prepaid Omakase", time: "23:00", within: 15)
            #expect(answer.slots.isEmpty)
            #expect(answer.otherTimes.map { $0.time.clock } == ["21:30", "19:30", "17:30"])
            #expect(answer.openDays.count == 10)
            #expect(!answer.openDays.contains(answer.day))
        }
    }

    /// Days before the one asked for were not looked at, so nothing is said of them.
    @Test func beyondWhatIsPublishedNoOtherDayIsSpokenOf() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Example Trattoria", 200)
            #expect(answer.slots.isEmpty && answer.openDays.isEmpty && answer.openDaysUntil == nil)
            #expect(answer.notes.contains { $0.contains("not published yet") })
        }
    }

    /// What is left out of ten days is not told as full.
    @Test func moreOpenDaysThanAreToldEndWithTheLastOne() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Prepaid Omakase", time: "23:00", within: 15)
            #expect(answer.openDays.count == 10 && answer.openDaysUntil == answer.openDays.last)
        }
    }

    @Test func afterMidnightBelongsToTheEvening() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Night Owl", time: "00:30", within: 30)
            let slot = try #require(answer.slots.first)
            #expect(slot.time.clock == "00:30")
            #expect(slot.day.iso == stage.day(4))
            #expect(answer.day.iso == stage.day(3))
        }
    }

    /// No date that is said reaches such a table, so none is shown as one to book.
    @Test func theDaysOwnSmallHoursAreNotToBeBooked() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99027) {
                $0.seatings = [Seating("Counter", template: 99_027_01, times: Seating.every(60, from: 30, to: 2330))]
            }
            let answer = try await stage.check("Night Owl")
            #expect(
                answer.slots.filter { !$0.isBookable }.map(\.time.clock) == [
                    "00:30", "01:30", "02:30", "03:30", "04:30",
                ])
            let near = try await stage.check("Night Owl", time: "04:30", within: 0)
            #expect(near.slots.isEmpty)
            #expect(near.otherTimes.filter(\.isBookable).count == 19)
            let error = try #require(await failure { try await stage.book("Night Owl", time: "04:30") })
            #expect(error.code == .slotGone)
            #expect(error.message.contains("early morning of Fri Nov 13 itself"))
            #expect(
                error.choices.allSatisfy { choice in
                    guard case .slot(let slot, _, _, _) = choice else { return false }
                    return slot.time.hour >= 5
                })
            // What is shown as one to book is booked under the date it was shown for.
            #expect(try await stage.book("Night Owl", time: "05:30").status == .booked)
        }
    }

    @Test func whatIsPastTodayIsNotShown() async throws {
        try await onStage { (stage) async throws in
            // Resy lists what this clock knows as past.
            stage.clock.skew(8.4 * 3600)
            let answer = try await stage.check("Carbone", 0)
            #expect(answer.slots.first?.time.clock == "20:30")
            #expect(try await stage.check("Carbone", 0, time: "18:00").slots.isEmpty)
        }
    }

    @Test func aSoldOutEveningIsAnAnswer() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Sold Out Supper")
            #expect(answer.slots.isEmpty && answer.otherTimes.isEmpty && answer.openDays.isEmpty)
        }
    }

    @Test func saysThatItIsClosed() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Closed For Now")
            #expect(answer.slots.isEmpty)
            #expect(answer.notes == ["The restaurant is closed until Mon Nov 30."])
            #expect(answer.openDays.first?.iso == stage.day(20))
            #expect(try await stage.check("Closed For Now", 20).notes.isEmpty)
        }
    }

    @Test func saysThatItBooksOnTock() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99021) { $0.isSoldOut = true }
            let answer = try await stage.check("Tock Tavern")
            #expect(answer.slots.isEmpty)
            #expect(
                answer.notes == ["This restaurant books on Tock."])
            // Its days on Resy are none that could be booked.
            #expect(answer.openDays.isEmpty)
            #expect(await stage.count(.calendar) == 0)
        }
    }

    @Test func saysThatADayIsNotPublishedYet() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Example Trattoria", 60)
            #expect(answer.notes.contains { $0.contains("is not published yet") })
            let spring = try await stage.check("Example Trattoria", 160)
            #expect(spring.notes.contains { $0.contains("up to Tue Dec 8 only") })
        }
    }

    @Test func captchaTockAndMembersTablesAreShownAsWhatTheyAre() async throws {
        try await onStage { (stage) async throws in
            let guarded = try await stage.check("Captcha Club")
            #expect(guarded.notes.contains { $0.contains("captcha") })
            #expect(!guarded.slots.isEmpty && guarded.slots.allSatisfy { !$0.isBookable && $0.obstacle != nil })
            #expect(guarded.openDays.isEmpty)
            let tock = try await stage.check("Tock Tavern")
            #expect(
                !tock.slots.isEmpty
                    && tock.slots.allSatisfy { !$0.isBookable && $0.obstacle?.words == "books on Tock" })
            let platinum = try await stage.check("Platinum Only")
            #expect(platinum.slots.allSatisfy { $0.obstacle?.words.contains("Global Dining") == true })
            let addOn = try await stage.check("Add-On Atelier")
            #expect(addOn.slots.allSatisfy { $0.obstacle?.words.contains("add-on") == true })
        }
    }

    @Test func saysWhichPartiesItTakes() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check(party: 20)
            #expect(answer.slots.isEmpty)
            #expect(answer.notes.contains("It takes parties of 1 to 8 online."))
            // No table for that many will ever open.
            #expect(answer.notify == nil)
            #expect(await failure { try await stage.check(party: 0) }?.code == .badRequest)
            #expect(await failure { try await stage.check(party: 51) }?.code == .badRequest)
        }
    }

    @Test func todayIsTodayAtTheRestaurant() async throws {
        // 23:30 on the 10th in New York is 05:30 on the 11th in Madrid.
        try await onStage { (stage) async throws in
            await stage.clock.advance(11.5 * 3600)
            #expect(try await stage.check("Casa Ñandú", date: "today").day.iso == "2026-11-11")
            #expect(try await stage.check("Example Trattoria", date: "tonight").day.iso == "2026-11-10")
            let denver = try await stage.check("Mile High Grill", date: "tomorrow")
            #expect(denver.venue.zone?.name == "America/Denver")
            #expect(denver.day.iso == "2026-11-11")
        }
    }

    @Test func aDayThatIsPastIsRefusedWithTheDayThere() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.check(date: "2026-11-09") }
            #expect(error?.code == .badRequest)
            #expect(await stage.count(.find) == 0)
        }
    }

    @Test func aFailingCalendarTakesNothingAway() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .calendar)
            let answer = try await stage.check(time: "23:30", within: 0)
            #expect(!answer.otherTimes.isEmpty)
            #expect(answer.notes.contains { $0.hasPrefix("Other days could not be read") })
        }
    }

    @Test func anAnswerThatHasChangedIsNamed() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.page(200), on: .find)
            let error = await failure { try await stage.check() }
            #expect(error?.code == .schemaChanged)
        }
    }

    @Test func aVenueThatNoLongerWantsACaptchaIsBelieved() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check("Captcha Club")
            await stage.sandbox.changeVenue(99020) { $0.needsCaptcha = false }
            #expect(try await stage.check("Captcha Club").notes.allSatisfy { !$0.contains("captcha") })
        }
    }

    @Test(.enabled(if: Stage.canSpeakTLS)) func worksOverHTTP2() async throws {
        try await onStage(over: .http2) { (stage) async throws in
            #expect(try await stage.check(time: "19:00").slots.first?.time.clock == "19:00")
        }
    }
}
