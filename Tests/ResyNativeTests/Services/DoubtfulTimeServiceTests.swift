import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A time without its half of the day, through a look and a deed.
@Suite(.timeLimit(.minutes(1))) struct DoubtfulTimeServiceTests {
    /// Breakfast beside dinner.
    private func serveBreakfast(_ stage: Stage) async {
        await stage.sandbox.changeVenue(99001) {
            $0.seatings.append(
                Seating("Breakfast Room", template: 2_750_009, times: Seating.every(30, from: 700, to: 1000)))
        }
    }

    @Test(arguments: ["7:30", "half past seven", "7.30", "730"]) func aLookReadsItByTheTables(text: String) async throws
    {
        try await onStage { (stage) async throws in
            let answer = try await stage.check(time: text, within: 0)
            #expect(answer.preferredTime?.clock == "19:30")
            #expect(answer.slots.map(\.time.clock) == ["19:30"])
            #expect(answer.spokenReadings == ["\(text) read as 7:30 PM"])
        }
    }

    @Test func aLookShowsBothHalves() async throws {
        try await onStage { (stage) async throws in
            await serveBreakfast(stage)
            let answer = try await stage.check(time: "7:30", within: 0)
            #expect(answer.slots.map(\.time.clock) == ["07:30", "19:30"])
            #expect(answer.preferredTime == nil)
            #expect(answer.eitherTime?.spoken == "7:30 AM or 7:30 PM")
            #expect(answer.spokenReadings == ["7:30 may be 7:30 AM or 7:30 PM; there are tables near both"])
            #expect(answer.openDays.isEmpty)
            // Said plainly, or by a part of the day.
            #expect(try await stage.check(time: "07:30", within: 0).slots.map(\.time.clock) == ["07:30"])
            #expect(try await stage.check(time: "7:30 in the morning", within: 0).readings.isEmpty)
            let evening = try await stage.check(date: "Friday night", time: "7:30", within: 0)
            #expect(evening.slots.map(\.time.clock) == ["19:30"])
        }
    }

    @Test func aLookAtASoldOutDayNamesBoth() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Sold Out Supper", time: "7:30")
            #expect(answer.spokenReadings == ["7:30 may be 7:30 AM or 7:30 PM"])
            #expect(answer.eitherTime != nil)
        }
    }

    @Test func tablesThatCannotBeBookedCount() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Platinum Only", time: "7:30")
            #expect(answer.preferredTime?.clock == "19:30")
        }
    }

    @Test func whatIsPastTodayIsNotMeant() async throws {
        try await onStage { (stage) async throws in
            // Noon: half past seven in the morning is over, whatever was served.
            await serveBreakfast(stage)
            let answer = try await stage.check(date: "today", time: "7:30", within: 0)
            #expect(answer.preferredTime?.clock == "19:30")
            #expect(answer.spokenReadings == ["7:30 read as 7:30 PM"])
        }
    }

    // MARK: - A deed

    @Test func aBookingReadsItByTheTables() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.book(time: "7:30")
            #expect(outcome.status == .booked)
            #expect(outcome.slot.time.clock == "19:30")
            #expect(outcome.spokenReadings == ["7:30 read as 7:30 PM"])
        }
    }

    @Test func aBookingInBothHalvesIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await serveBreakfast(stage)
            let error = try #require(await failure { try await stage.book(time: "7:30") })
            #expect(error.code == .badRequest)
            #expect(error.message.contains("may be 7:30 AM or 7:30 PM"))
            #expect(error.message.contains("Nothing was booked."))
            #expect(await stage.count(.book) == 0)
            #expect(try await stage.book(time: "7:30 AM").slot.time.clock == "07:30")
        }
    }

    @Test func aBookingInNeitherHalfNamesBoth() async throws {
        try await onStage { (stage) async throws in
            let gone = try #require(await failure { try await stage.book("Sold Out Supper", time: "7:30") })
            #expect(gone.code == .slotGone)
            #expect(gone.message.contains("7:30 AM or 7:30 PM"))
            let lunch = try #require(await failure { try await stage.book("Lunch Only", time: "7:00") })
            #expect(lunch.code == .slotGone)
            #expect(lunch.message.contains("There is no table for 2 near 7:00 AM or 7:00 PM"))
            #expect(!lunch.choices.isEmpty)
            let tock = try #require(await failure { try await stage.book("Closed For Now", time: "7:00") })
            #expect(tock.message.contains("closed until"))
        }
    }

    @Test func aFailureSaysHowItWasRead() async throws {
        try await onStage { (stage) async throws in
            let error = try #require(await failure { try await stage.book(time: "4:00") })
            #expect(error.code == .slotGone)
            #expect(error.message.hasPrefix("There is no table for 2 on"))
            #expect(error.message.hasSuffix("Nothing was booked. (4:00 read as 4:00 PM.)"))
        }
    }

    /// The last table is gone with the booking: what is held tells the half as well as tables do.
    @Test func aRepeatIsToldAsBooked() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99001) {
                $0.seatings = [Seating("Dining Room", template: 2_750_001, times: [1170], tables: 1)]
            }
            let first = try await stage.book(time: "7:30")
            let again = try await stage.book(time: "7:30")
            #expect(again.status == .booked && again.reservationID == first.reservationID)
            #expect(again.spokenReadings == ["7:30 read as 7:30 PM"])
            #expect(try await stage.book(time: "19:30").reservationID == first.reservationID)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aRepeatIsToldWhileResyCannotBeAsked() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book(time: "7:30")
            await stage.sandbox.fault(.status(500), on: .find, times: 9)
            #expect(try await stage.book(time: "7:30").reservationID == first.reservationID)
            await stage.sandbox.fault(.status(500), on: .find, times: 9)
            #expect(await failure { try await stage.book(time: "8:30") }?.code != .badRequest)
        }
    }

    /// Breakfast tables that came meanwhile do not make an agreed evening a question.
    @Test func aYesHoldsForTheTimeItWasGivenFor() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold", time: "7:30")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.spokenReadings == ["7:30 read as 7:30 PM"])
            await stage.sandbox.changeVenue(99002) {
                $0.seatings.append(Seating("Breakfast", template: 99_002_09, times: [420, 450]))
            }
            let booked = try await stage.book("Card & Hold", time: "7:30") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.status == .booked)
            #expect(booked.slot.time.clock == "19:30")
        }
    }

    @Test func theQuestionSaysHowItWasRead() async throws {
        try await onStage { (stage) async throws in
            let person = Person(.accepted, on: stage.clock)
            let outcome = try await stage.book(asking: person.asking, progress: { _ in }) {
                $0.time = "half past seven"
            }
            #expect(outcome.status == .booked)
            #expect(person.questions.first?.message.hasPrefix("“half past seven read as 7:30 PM”.") == true)
        }
    }

    // MARK: - The day

    @Test func theTimeOfATimestampIsTaken() async throws {
        try await onStage { (stage) async throws in
            #expect(
                try await stage.check(date: "\(stage.day(3))T19:30", within: 0).slots.map(\.time.clock) == ["19:30"])
            let there = try await stage.check(date: "\(stage.day(3))T19:30:00-05:00", within: 0)
            #expect(there.preferredTime?.clock == "19:30")
            #expect(try await stage.check(date: "\(stage.day(3))T19:30", time: "7:30").preferredTime?.clock == "19:30")
            // Programs write a day as its first moment.
            #expect(try await stage.check(date: "\(stage.day(3))T00:00:00").preferredTime == nil)
            for text in ["\(stage.day(3))T19:30Z", "\(stage.day(3))T19:30+01:00", "\(stage.day(3))T00:30"] {
                #expect(await failure { try await stage.check(date: text) }?.code == .badRequest)
            }
            let booked = try await stage.book(time: "") { $0.date = "\(stage.day(3))T19:30" }
            #expect(booked.slot.time.clock == "19:30")
            #expect(
                await failure { try await stage.book(time: "") }?.message == "No time is given. Nothing was booked.")
            #expect(
                await failure { try await stage.book(time: "any time") }?.message
                    == "No time is given. Nothing was booked.")
            #expect(try await stage.check(time: "any").preferredTime == nil)
        }
    }

    @Test func aMomentPastMidnightIsRefusedWithItsOwnTimeToo() async throws {
        try await onStage { (stage) async throws in
            for time in ["", "00:30", "12:30"] {
                let error = await failure {
                    try await stage.book("Night Owl", time: time) { $0.date = "\(stage.day(4))T00:30" }
                }
                #expect(error?.code == .badRequest)
                #expect(error?.hint.contains(stage.day(3)) == true)
            }
            let two = await failure { try await stage.book(time: "7:30am") { $0.date = "Saturday night" } }
            #expect(
                two?.message
                    == "The date “Saturday night” and the time “7:30am” contradict each other. Nothing was booked.")
            #expect(two?.hint == "Say which is meant, 7:30 AM or 7:30 PM, with the day alone as the date.")
            #expect(await failure { try await stage.check(date: "tonight", time: "08:00") }?.code == .badRequest)
            #expect(await failure { try await stage.check(time: "7pm PST") }?.code == .badRequest)
            #expect(try await stage.check(time: "7pm EST").preferredTime?.clock == "19:00")
            #expect(await stage.count(.book) == 0)
        }
    }

    /// A quarter past midnight, on Wednesday.
    @Test func atNightTheEveningBeforeIsStillOn() async throws {
        try await onStage { (stage) async throws in
            await stage.clock.advance(12.25 * 3600)
            let (before, today) = (stage.day(0), stage.day(1))
            for date in ["yesterday", before, "Nov 10"] {
                #expect(try await stage.check("Night Owl", date: date, time: "00:30").day.iso == before)
                #expect(
                    await failure { try await stage.check("Night Owl", date: date, time: "00:10") }?.code != nil
                        || date == "Nov 10")
            }
            #expect(await failure { try await stage.check("Night Owl", date: before) }?.code == .badRequest)
            let look = try await stage.check("Night Owl", date: "tonight", time: "00:30")
            #expect(look.day.iso == before)
            #expect(look.spokenReadings.first?.contains("(the night of Wed Nov 11, \(today))") == true)
            let deed = await failure { try await stage.book("Night Owl", time: "00:30") { $0.date = "tonight" } }
            #expect(deed?.code == .badRequest)
            #expect(deed?.message.contains(before) == true && deed?.message.contains(today) == true)
            #expect(try await stage.check("Night Owl", date: today, time: "00:30").day.iso == today)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func lunchThatIsOverIsNotTheNight() async throws {
        try await onStage { (stage) async throws in
            await stage.clock.advance(2 * 3600)
            let deed = await failure { try await stage.book(time: "12:30") { $0.date = "today" } }
            #expect(deed?.message.hasPrefix("Tue Nov 10, 12:30 PM is past") == true)
            #expect(try await stage.check(date: "today", time: "12:30").spokenReadings == ["12:30 PM today is past"])
            #expect(
                try await stage.check("Night Owl", date: "today", time: "12:30").spokenReadings == [
                    "12:30 read as 12:30 AM"
                ])
        }
    }

    /// Tuesday at noon.
    @Test func todaysWeekdayCountsWhileATableLiesAhead() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.check(date: "Tuesday").day.iso == stage.day(0))
            #expect(try await stage.check(date: "Tuesday", time: "7pm").day.iso == stage.day(0))
            let past = try await stage.check(date: "this Tuesday", time: "11:30 am")
            #expect(past.day.iso == stage.day(7))
            #expect(past.spokenReadings == ["Tuesday read as Tue Nov 17, since that time is past today"])
            #expect(await failure { try await stage.check(date: "yesterday") }?.message.contains("is past") == true)
        }
    }

    @Test func todaysWeekdayIsNextWeeksOnceTheLastTableIsGone() async throws {
        try await onStage { (stage) async throws in
            // Half past eleven at night.
            await stage.clock.advance(11.5 * 3600)
            let answer = try await stage.check(date: "Tuesday")
            #expect(answer.day.iso == stage.day(7))
            #expect(answer.spokenReadings == ["Tuesday read as Tue Nov 17, since no table is left today"])
            #expect(!answer.slots.isEmpty)
            #expect(try await stage.check(date: "today").day.iso == stage.day(0))
            #expect(try await stage.check("Night Owl", date: "Tuesday").day.iso == stage.day(0))
            let booked = try await stage.book { request in (request.date, request.time) = ("Tuesday", "7pm") }
            #expect(booked.evening.iso == stage.day(7))
            #expect(booked.readings.count == 1)
        }
    }
}
