import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A wish for a table that is booked already, and what somebody else wrote into it.
@Suite(.timeLimit(.minutes(1))) struct BookedWishTests {
    private func id(_ stage: Stage) async -> Int { await stage.sandbox.reservations.first?.id ?? 0 }

    /// Words that stand there are shown before they go, the diner's own too.
    @Test func anotherWishIsSentAloneAfterAYes() async throws {
        try await onStage { (stage) async throws in
            let booked = try await stage.wish("quiet")
            let waiting = try await stage.wish("window", .birthday)
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.wishes.map(\.state) == [.asked(held: "quiet"), .beside])
            #expect(await stage.written == ["quiet", nil])
            let again = try await stage.book {
                ($0.specialRequests, $0.occasion, $0.confirmToken) = ("window", .birthday, waiting.confirmToken)
            }
            #expect(again.status == .booked && again.reservationID == booked.reservationID)
            #expect(again.specialRequests == "window" && again.wishes.areSent == true)
            #expect(again.isBookedBefore && again.wishes.map(\.replaced) == ["quiet", nil])
            #expect(await stage.wishesSent == ["quiet", "window", "Birthday"])
            #expect(await stage.written == ["window", "Birthday"])
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func theSameWishIsNotSentAgain() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish("quiet", .birthday)
            let lists = await stage.count(.reservations)
            for _ in 1...2 {
                let again = try await stage.wish("quiet", .birthday)
                #expect(again.status == .booked && again.wishes.areSent == true)
            }
            #expect(await stage.count(.specialRequest) == 2)
            #expect(await stage.count(.reservations) == lists + 2)
        }
    }

    @Test func aCallWithoutAWishTellsOfTheLastOne() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish("quiet", .business)
            for words in [nil, " "] as [String?] {
                let again = try await stage.wish(words)
                #expect(again.specialRequests == "quiet" && again.occasion == "business")
                #expect(again.wishes.areSent == true)
            }
            // A blank wish clears nothing.
            #expect(await stage.written == ["quiet", "Business"])
        }
    }

    @Test func aTableBookedWithoutOneGetsOne() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            #expect(try await stage.wish("quiet").wishes.areSent == true)
            #expect(await stage.written == ["quiet", nil])
        }
    }

    @Test func aRefusedOneMayBeTriedAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.wishStatus = 404 }
            #expect(try await stage.wish("quiet").wishes.areSent == false)
            await stage.sandbox.set { $0.wishStatus = nil }
            #expect(try await stage.wish("quiet").wishes.areSent == true)
        }
    }

    // MARK: - Somebody else's words

    @Test func theyAreAskedAboutAndShown() async throws {
        try await onStage { (stage) async throws in
            let booked = try await stage.wish("quiet")
            await stage.sandbox.write("nut allergy", into: await id(stage))
            let waiting = try await stage.wish("window")
            #expect(waiting.status == .needsConfirmation && waiting.isAboutWishAlone)
            #expect(waiting.reservationID == booked.reservationID)
            #expect(waiting.asked == ["nut allergy"])
            #expect(waiting.wishes.areSent == nil)
            #expect(await stage.written == ["nut allergy", nil])
            let done = try await stage.wish("window", token: waiting.confirmToken)
            #expect(done.status == .booked && done.wishes.areSent == true)
            #expect(await stage.written == ["window", nil])
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func anOccasionIsAskedAboutToo() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            await stage.sandbox.write(nil, occasion: "Anniversary", into: await id(stage))
            let waiting = try await stage.wish("quiet", .birthday)
            #expect(waiting.asked == ["Anniversary"])
            // Nothing goes out before the yes, not even what overwrites nothing.
            #expect(await stage.count(.specialRequest) == 0)
            #expect(try await stage.wish("quiet", .birthday, token: waiting.confirmToken).wishes.areSent == true)
            #expect(await stage.written == ["quiet", "Birthday"])
        }
    }

    /// Found there, and not sent from here: whoever typed them is asked.
    @Test(arguments: [false, true]) func wordsThatTheDinerTypedStayTheirs(isRefusedFirst: Bool) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            if isRefusedFirst {
                await stage.sandbox.set { $0.wishStatus = 404 }
                #expect(try await stage.wish("nut allergy").endings == [.refused])
                await stage.sandbox.set { $0.wishStatus = nil }
            }
            await stage.sandbox.write("nut allergy", into: await id(stage))
            #expect(try await stage.wish("nut allergy").wishes.areSent == true)
            #expect(try await stage.wish("window").asked == ["nut allergy"])
            #expect(await stage.written == ["nut allergy", nil])
        }
    }

    @Test(arguments: ["<peanut allergy>", "&lt;peanut allergy&gt;"]) func markUpIsWords(words: String) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            await stage.sandbox.write(words, into: await id(stage))
            let person = Person(.refused, on: stage.clock)
            _ = try await stage.book("Example Trattoria", asking: person.asking, { $0.specialRequests = "window <2>" })
            let asked = try #require(person.questions.first?.message)
            #expect(asked.contains("“\(words)”. Replace it with “window <2>”? The restaurant may not grant it."))
            #expect(await stage.count(.specialRequest) == 0)
        }
    }

    @Test func whatWasSentIsNotToldAsPlanned() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish("quiet")
            await stage.sandbox.write(nil, occasion: "Anniversary", into: await id(stage))
            let waiting = try await stage.wish("quiet", .birthday)
            #expect(waiting.wishes.map(\.state) == [.ended(.shown, held: nil), .asked(held: "Anniversary")])
            let other = try await stage.wish("window", .birthday)
            #expect(other.wishes.map(\.state) == [.asked(held: "quiet"), .asked(held: "Anniversary")])
        }
    }

    @Test func aYesIsForTheseWordsAlone() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            await stage.sandbox.write("nut allergy", into: await id(stage))
            let waiting = try await stage.wish("window")
            #expect(try await stage.wish("quiet", token: waiting.confirmToken).status == .needsConfirmation)
            await stage.sandbox.write("egg allergy", into: await id(stage))
            let other = try await stage.wish("window", token: waiting.confirmToken)
            #expect(other.status == .needsConfirmation && other.asked == ["egg allergy"])
            #expect(await stage.count(.specialRequest) == 0)
        }
    }

    @Test func aYesWorksOnce() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            await stage.sandbox.write("nut allergy", into: await id(stage))
            let waiting = try await stage.wish("window")
            _ = try await stage.wish("window", token: waiting.confirmToken)
            await stage.sandbox.write("nut allergy", into: await id(stage))
            let error = await failure { try await stage.wish("window", token: waiting.confirmToken) }
            #expect(error?.message.contains("already used") == true)
            #expect(await stage.written == ["nut allergy", nil])
        }
    }

    @Test func theDinersOwnOldWordsAreOthers() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish("quiet")
            _ = try await stage.wish("window")
            // Written in the app again, after this program had replaced it.
            await stage.sandbox.write("quiet", into: await id(stage))
            #expect(try await stage.wish("bar").asked == ["quiet"])
        }
    }

    @Test func aClearedFieldIsFree() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish("quiet")
            await stage.sandbox.write("", into: await id(stage))
            #expect(try await stage.wish("window").wishes.areSent == true)
            await stage.sandbox.write("", into: await id(stage))
            #expect(try await stage.wish("window").wishes.areSent == true)
            #expect(await stage.wishesSent == ["quiet", "window", "window"])
        }
    }

    @Test func theyAreAskedAboutUnderEverySetting() async throws {
        for mode in [Settings.Confirm.never, .fees, .always] {
            try await onStage(settings: { $0.confirm = mode }) { (stage) async throws in
                var token: String?
                if mode == .always { token = try await stage.wish(nil).confirmToken }
                #expect(try await stage.wish(nil, token: token).status == .booked)
                await stage.sandbox.write("nut allergy", into: await id(stage))
                #expect(try await stage.wish("window").status == .needsConfirmation)
                #expect(await stage.count(.specialRequest) == 0)
            }
        }
    }

    /// Where they came in between, nobody is there to be asked: they are left, and told.
    @Test func theyAreLeftWhereNobodyCanBeAsked() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            _ = try await stage.wish("quiet")
            await stage.sandbox.write("nut allergy", into: await id(stage))
            await stage.clock.advance(60)
            let list = try await stage.list()
            #expect(list.reservations.first?.specialRequests == "nut allergy")
            #expect(list.undelivered.first?.wishes == [ToldWish(.words("quiet"), .ended(.held, held: "nut allergy"))])
            #expect(await stage.count(.specialRequest) == 0)
            let waiting = try await stage.wish("quiet")
            #expect(waiting.asked == ["nut allergy"])
            #expect(try await stage.wish("quiet", token: waiting.confirmToken).wishes.areSent == true)
        }
    }

    // MARK: - A person's yes

    @Test(arguments: [Answer.accepted, .refused, .dismissed]) func itIsAskedInTheCall(answer: Answer) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            await stage.sandbox.write("nut allergy", into: await id(stage))
            let person = Person(answer, on: stage.clock)
            let outcome = try await stage.book(
                "Example Trattoria", asking: person.asking, { $0.specialRequests = "window" })
            #expect(person.questions.count == 1)
            #expect(person.questions.first?.message.contains("“nut allergy”") == true)
            #expect(person.questions.first?.message.contains("Replace it with “window”?") == true)
            #expect(person.questions.first?.label == "Replace it")
            switch answer {
            case .accepted:
                #expect(outcome.status == .booked && outcome.wishes.areSent == true)
            case .refused: #expect(outcome.status == .declined)
            default: #expect(outcome.status == .needsConfirmation && outcome.confirmToken != nil)
            }
            #expect(await stage.written == [answer == .accepted ? "window" : "nut allergy", nil])
        }
    }

    @Test(arguments: [Answer.accepted, .refused]) func itIsAskedBetweenTwoCalls(answer: Answer) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            await stage.sandbox.write("nut allergy", into: await id(stage))
            let first = try await stage.book("Example Trattoria", asking: .byReturn, { $0.specialRequests = "window" })
            let open = try #require(first.question)
            stage.clock.skew(5)
            let second = try await stage.book(
                "Example Trattoria", asking: .byReturn, answered: AnsweredQuestion(state: open.state, answer: answer),
                { $0.specialRequests = "window" })
            #expect(second.status == (answer == .accepted ? .booked : .declined))
            #expect(await stage.written == [answer == .accepted ? "window" : "nut allergy", nil])
        }
    }

    // MARK: - Before the booking

    @Test func theQuestionSaysWhatBecomesOfIt() async throws {
        try await onStage { (stage) async throws in
            let person = Person(.accepted, on: stage.clock)
            let outcome = try await stage.book(
                asking: person.asking,
                {
                    $0.specialRequests = "window"
                    $0.occasion = .birthday
                })
            #expect(outcome.wishes.areSent == true)
            let asked = try #require(person.questions.first?.message)
            #expect(
                asked.contains(
                    "The restaurant gets the special request “window” after the booking, and may not grant it."))
            #expect(asked.contains("the occasion “Birthday”"))
        }
    }

    @Test func anotherWishIsAnotherThingAgreedTo() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold") { $0.specialRequests = "window" }
            #expect(waiting.wishes == [ToldWish(.words("window"), .planned(isHidden: false))])
            for (words, occasion) in [("quiet", nil), (nil, nil), ("window", .birthday)] as [(String?, Occasion?)] {
                let other = try await stage.book("Card & Hold") {
                    $0.specialRequests = words
                    $0.occasion = occasion
                    $0.confirmToken = waiting.confirmToken
                }
                #expect(other.status == .needsConfirmation)
                #expect(other.notes.contains { $0.contains("another special request") })
            }
            #expect(await stage.count(.book) == 0)
            let booked = try await stage.book("Card & Hold") {
                $0.specialRequests = " window "
                $0.confirmToken = waiting.confirmToken
            }
            #expect(booked.status == .booked && booked.wishes.areSent == true)
        }
    }

    @Test func aHiddenQuestionIsToldBefore() async throws {
        try await onStage(settings: { $0.confirm = .always }) { (stage) async throws in
            await stage.sandbox.set { $0.hidesRequests = true }
            let waiting = try await stage.wish("quiet", .birthday)
            #expect(
                waiting.wishes == [
                    ToldWish(.words("quiet"), .planned(isHidden: true)),
                    ToldWish(.occasion(.birthday), .planned(isHidden: false)),
                ])
        }
    }

    @Test func whatIsNotBookedTellsNobody() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.slotVanishes(status: 404), on: .book)
            #expect(await failure { try await stage.wish("quiet") }?.code == .slotGone)
            await stage.clock.advance(61)
            #expect(try await stage.list().undelivered.isEmpty)
            #expect(await stage.count(.specialRequest) == 0)
        }
    }

    @Test func callsAtOnceWithDifferentWishesLeaveOne() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.wish(nil)
            let other = stage.another()
            async let first = stage.wish("quiet")
            async let second = stage.wish("window", with: other)
            let outcomes = try await [first, second]
            await other.finish()
            #expect(outcomes.allSatisfy { $0.status == .booked })
            let sent = await stage.wishesSent
            #expect(Set(sent).count == sent.count && sent.count <= 2)
            _ = try await stage.list()
            let last = try await stage.resy.store.wishes(
                of: .account(stage.resy.auth.accountKey() ?? "", since: .earliest(at: stage.now))
            ).last?.wish.text
            #expect(await stage.written.first == last)
        }
    }
}
