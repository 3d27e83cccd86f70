import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What a diner wishes reaches the restaurant, once, after the booking.
@Suite(.timeLimit(.minutes(1))) struct DeliverWishTests {
    @Test func aWishIsSentAndSeen() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.wish("  quiet\n table ")
            #expect(outcome.status == .booked)
            #expect(outcome.specialRequests == "quiet  table")
            #expect(outcome.wishes.areSent == true)
            #expect(await stage.wishesSent == ["quiet  table"])
            #expect(await stage.written == ["quiet  table", nil])
            #expect(try await stage.list().reservations.first?.specialRequests == "quiet  table")
            #expect(try await stage.list().undelivered.isEmpty)
        }
    }

    @Test func anOccasionIsARequestOfItsOwn() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.wish("quiet", .anniversary)
            #expect(outcome.occasion == "anniversary")
            #expect(outcome.wishes.areSent == true)
            #expect(await stage.wishesSent == ["quiet", "Anniversary"])
            #expect(await stage.written == ["quiet", "Anniversary"])
            // Each with a token of its own, read a moment before.
            let tokens = await stage.sandbox.requests(to: .specialRequest).map { $0.form["resy_token"] }
            #expect(Set(tokens).count == 2)
        }
    }

    @Test func anOccasionAloneIsSentAlone() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.wish(nil, .birthday).wishes.areSent == true)
            #expect(await stage.wishesSent == ["Birthday"])
        }
    }

    @Test(arguments: [nil, "", "  \n"] as [String?]) func noWishIsNoRequest(words: String?) async throws {
        try await onStage { (stage) async throws in
            let outcome = try await stage.wish(words)
            #expect(outcome.status == .booked && outcome.wishes.areSent == nil && outcome.wishes.isEmpty)
            #expect(await stage.count(.specialRequest) == 0)
        }
    }

    @Test func aWishThatIsTooLongIsRefusedAndNotCut() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.wish(String(repeating: "x", count: 501)) }
            #expect(error?.code == .badRequest)
            #expect(error?.message.contains("501 characters; at most 500") == true)
            #expect(error?.message.contains("Nothing was booked") == true)
            let long = String(repeating: "quiet ", count: 83) + "x"
            #expect(try await stage.wish(long).wishes.areSent == true)
            #expect(await stage.written == [long, nil])
        }
    }

    @Test(arguments: [
        "nuts <severe, anaphylaxis> please", "<peanut allergy>", "a &amp; b", "\u{1F469}\u{200D}\u{1F467}",
    ])
    func theWordsGoOutAsTheyAre(words: String) async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.wish("  \(words)\n").wishes.areSent == true)
            let sent = await stage.wishesSent.first ?? ""
            #expect(Array(sent.unicodeScalars) == Array(words.unicodeScalars))
        }
    }

    @Test(arguments: [415, 400]) func jsonIsTriedWhereTheFormIsRefused(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set {
                $0.wishes = .json
                $0.wishFormatStatus = status
            }
            let lists = await stage.count(.reservations)
            #expect(try await stage.wish("quiet", .business).wishes.areSent == true)
            #expect(await stage.written == ["quiet", "Business"])
            // Each request with a token of its own, from a list of its own; the refused format is not tried twice.
            #expect(await stage.count(.specialRequest) == 3)
            #expect(await stage.count(.reservations) >= lists + 4)
            let tokens = await stage.sandbox.requests(to: .specialRequest).map {
                $0.form["resy_token"] ?? $0.json?["resy_token"]?.string
            }
            #expect(Set(tokens).count == 3)
        }
    }

    // MARK: - Not possible

    @Test(arguments: [404, 403, 400, 409, 412, 422]) func aRefusalIsTold(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishStatus = status }
            let outcome = try await stage.wish("quiet")
            #expect(outcome.status == .booked && outcome.reservationID != nil)
            #expect(outcome.wishes.areSent == false)
            #expect(outcome.endings == [.refused])
            #expect(await stage.count(.specialRequest) == 1)
            // It is told again, and not sent again.
            let list = try await stage.list()
            #expect(list.undelivered.map(\.wishes) == [[ToldWish(.words("quiet"), .ended(.refused, held: nil))]])
            await stage.wished()
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    @Test func aCallThatIsNotThereIsTold() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishes = .none }
            let outcome = try await stage.wish("quiet", .birthday)
            #expect(outcome.status == .booked && outcome.endings == [.refused, .refused])
            // Nothing else is stopped by it.
            #expect(try await stage.list().isSynced)
        }
    }

    @Test(arguments: [(true, false), (false, true), (true, true)])
    func aHiddenQuestionIsNotSent(words: Bool, occasion: Bool) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { ($0.hidesRequests, $0.hidesOccasions) = (words, occasion) }
            let outcome = try await stage.wish("quiet", .birthday)
            #expect(outcome.endings == [words ? .hidden : .shown, occasion ? .hidden : .shown])
            #expect(outcome.wishes.areSent == false)
            #expect(await stage.wishesSent == (words ? [] : ["quiet"]) + (occasion ? [] : ["Birthday"]))
        }
    }

    @Test func whatIsCutIsTold() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishLongest = 10 }
            let outcome = try await stage.wish("a quiet table, no nuts")
            #expect(
                outcome.wishes == [ToldWish(.words("a quiet table, no nuts"), .ended(.cutShort, held: "a quiet ta"))])
            // The same one is not sent again; another takes its place after a yes.
            #expect(try await stage.wish("a quiet table, no nuts").endings == [.cutShort])
            #expect(await stage.count(.specialRequest) == 1)
            let waiting = try await stage.wish("no nuts")
            #expect(waiting.wishes.map(\.state) == [.asked(held: "a quiet ta")])
            #expect(try await stage.wish("no nuts", token: waiting.confirmToken).wishes.areSent == true)
        }
    }

    // MARK: - Not known yet

    @Test(arguments: [500, 503]) func aServersErrorIsNotKnown(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishStatus = status }
            let outcome = try await stage.wish("quiet")
            #expect(outcome.status == .booked && outcome.wishes.areSent == nil)
            #expect(await stage.count(.specialRequest) == 1)
            // Not again at once; after a minute the next call goes on, three times in all.
            _ = try await stage.list()
            #expect(await stage.count(.specialRequest) == 1)
            for number in 2...5 {
                await stage.clock.advance(61)
                _ = try await stage.list()
                #expect(await stage.count(.specialRequest) == min(number, 3))
            }
            #expect(try await stage.list().undelivered.first?.wishes.first?.state == .ended(.triedOut, held: nil))
            // Asked for again, it is the same request.
            for _ in 1...3 {
                await stage.clock.advance(61)
                #expect(try await stage.wish("Quiet").endings == [.triedOut])
            }
            #expect(await stage.count(.specialRequest) == 3)
        }
    }

    /// The request arrived, and its answer did not.
    @Test(arguments: [Fault.dropAfterCommit, .badGatewayAfterCommit, .pageAfterCommit, .statusAfterCommit(500)])
    func anUnclearAnswerIsSettledByTheReservation(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(fault, on: .specialRequest)
            #expect(try await stage.wish("quiet").wishes.areSent == true)
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    @Test func aTimeOutCostsEightSecondsAtMost() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.stall(milliseconds: 30_000), on: .specialRequest)
            let before = stage.now
            let outcome = try await stage.wish("quiet")
            #expect(outcome.status == .booked && outcome.wishes.areSent == nil)
            #expect(stage.now.seconds - before.seconds < 12)
            #expect(await stage.count(.specialRequest) == 1)
            await stage.clock.advance(61)
            #expect(try await stage.list().reservations.first?.specialRequests == "quiet")
            #expect(await stage.count(.specialRequest) == 2)
        }
    }

    @Test func whatIsStoredLateIsSeenLater() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishLagSeconds = 30 }
            #expect(try await stage.wish("quiet").wishes.areSent == nil)
            let list = try await stage.list()
            #expect(list.undelivered.first?.wishes == [ToldWish(.words("quiet"), .unseen)])
            await stage.clock.advance(30)
            #expect(try await stage.list().undelivered.isEmpty)
            #expect(try await stage.wish("quiet").wishes.areSent == true)
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    @Test func aLittleLateIsSeenInTheCall() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishLagSeconds = 1.5 }
            #expect(try await stage.wish("quiet").wishes.areSent == true)
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    @Test func aTableThatIsNotListedYetWaits() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            let outcome = try await stage.wish("quiet")
            #expect(outcome.status == .booked && outcome.wishes.areSent == nil)
            #expect(await stage.count(.specialRequest) == 0)
            await stage.clock.advance(60)
            #expect(try await stage.list().reservations.first?.specialRequests == "quiet")
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    @Test func aLimitIsLeftAlone() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.rateLimited(seconds: 120), on: .specialRequest)
            #expect(try await stage.wish("quiet").wishes.areSent == nil)
            #expect(await stage.count(.specialRequest) == 1)
            await stage.clock.advance(125)
            #expect(try await stage.list().reservations.first?.specialRequests == "quiet")
            #expect(await stage.count(.specialRequest) == 2)
        }
    }

    // MARK: - The sign-in

    @Test func aRefusedSignInIsRenewedOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(419), on: .specialRequest)
            #expect(try await stage.wish("quiet").wishes.areSent == true)
            #expect(await stage.count(.specialRequest) == 2)
        }
    }

    @Test func oneThatStaysRefusedIsLeft() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(419), on: .specialRequest, times: 9)
            let outcome = try await stage.wish("quiet")
            #expect(outcome.status == .booked && outcome.wishes.areSent == nil)
            #expect(await stage.count(.specialRequest) <= 2)
        }
    }

    // MARK: - Later

    @Test func anotherProcessGoesOn() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            _ = try await stage.wish("quiet")
            await stage.clock.advance(60)
            let other = stage.another()
            _ = try await other.checkAvailability(
                AvailabilityRequest(restaurant: "Example Trattoria", date: stage.day(3)), context: stage.context)
            await other.finish()
            #expect(await stage.written == ["quiet", nil])
        }
    }

    @Test func aHomeThatOnlyReadsSendsNothing() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            _ = try await stage.wish("quiet")
            await stage.clock.advance(60)
            let reader = stage.another { $0.isReadOnly = true }
            #expect(try await stage.list(with: reader).undelivered.count == 1)
            await reader.finish()
            #expect(await stage.count(.specialRequest) == 0)
        }
    }

    @Test func afterADayNobodyGoesOn() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 86_500 }
            _ = try await stage.wish("quiet")
            await stage.clock.advance(86_500)
            let list = try await stage.list()
            #expect(await stage.count(.specialRequest) == 0)
            #expect(list.undelivered.first?.wishes.first?.state == .ended(.tooLate, held: nil))
        }
    }

    @Test func aCancelledTableEndsIt() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishStatus = 503 }
            _ = try await stage.wish("quiet")
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
            await stage.sandbox.set { $0.wishStatus = nil }
            await stage.clock.advance(61)
            #expect(try await stage.list().undelivered.isEmpty)
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    /// Cancelled in Resy's app: the row is gone, and the table's number with it.
    @Test func cancelledElsewhereNothingIsSent() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishStatus = 503 }
            let booked = try await stage.wish("quiet")
            await stage.sandbox.set { $0.wishStatus = nil }
            await stage.sandbox.cancelElsewhere(try #require(booked.reservationID))
            await stage.clock.advance(3600)
            #expect(try await stage.list().reservations.isEmpty)
            #expect(try await stage.list().undelivered.isEmpty)
            #expect(await stage.count(.specialRequest) == 1)
        }
    }

    @Test func anotherAccountIsToldNothing() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.addAccount(email: "kim@example.com", password: Stage.password)
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            _ = try await stage.wish("quiet")
            await stage.clock.advance(60)
            try await stage.signIn("kim@example.com")
            #expect(try await stage.list().undelivered.isEmpty)
            #expect(await stage.count(.specialRequest) == 0)
            try await stage.signIn()
            _ = try await stage.list()
            #expect(await stage.written == ["quiet", nil])
        }
    }

    @Test func twoProcessesSendItOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            _ = try await stage.wish("quiet", .birthday)
            await stage.clock.advance(60)
            let others = [stage.another(), stage.another(), stage.another()]
            await withTaskGroup(of: Void.self) { group in
                for other in others { group.addTask { _ = try? await stage.list(with: other) } }
            }
            for other in others { await other.finish() }
            #expect(await stage.wishesSent.sorted() == ["Birthday", "quiet"])
        }
    }

    /// Of a booking that was unclear, once a list tells that it was made.
    @Test func anUnclearBookingTakesItsWishAlong() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 120 }
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            let outcome = try await stage.wish("quiet")
            #expect(outcome.status == .unknown && outcome.wishes == [ToldWish(.words("quiet"), .open)])
            // Another wish before it is known takes the first one's place.
            let again = try await stage.wish("window")
            #expect(again.status == .unknown && again.wishes == [ToldWish(.words("window"), .open, replaced: "quiet")])
            await stage.clock.advance(120)
            _ = try await stage.list()
            _ = try await stage.list()
            #expect(await stage.wishesSent == ["window"])
            #expect(await stage.count(.book) == 1)
        }
    }
}
