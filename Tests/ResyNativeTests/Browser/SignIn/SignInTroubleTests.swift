import Testing
@testable import ResyDomain

@testable import ResyNative

/// A page may show what was typed into it; what it says is quoted, and secrets in it are not.
struct SignInTroubleTests {
    private static let redactor = {
        let redactor = Redactor()
        redactor.register(Secret("PLANTEDpassw0rd!"))
        return redactor
    }()

    private static let trouble = SignInTrouble(settings: Settings(home: "/nonexistent"), redactor: redactor)

    @Test(arguments: ["PLANTEDpassw0rd!", "PLANTED\u{1B}[0mpassw0rd!", "PLANTED<b></b>passw0rd!"])
    func aPagesWordsHideWhatIsKnown(_ spelled: String) {
        var sight = PageSight(mark: "1")
        sight.headings = ["Not \(spelled)"]
        let errors: [any Error] = [
            Self.trouble.refused("Not \(spelled)"), Self.trouble.unanswered("Not \(spelled)").error,
            Self.trouble.ended(.obstacle(.unknownPage, .waiting), sight),
        ]
        for error in errors {
            let message = (error as? ResyError)?.message ?? ""
            #expect(message.contains("Not ***") && !message.contains("passw0rd"), "\(message)")
        }
    }

    @Test func whoIsAtTheWindowIsNotSentToIt() {
        func advice(hasPerson: Bool) -> [[Advice]] {
            let trouble = SignInTrouble(settings: Settings(home: "/nonexistent"), hasPerson: hasPerson)
            return [trouble.timedOut(.waiting).advice, trouble.blocked(status: 403).error.advice]
        }
        #expect(
            advice(hasPerson: true) == [
                [.signIn(.byToken(afterAnother: true))], [.signIn(.tryFromHome), .signIn(.byToken())],
            ])
        #expect(
            advice(hasPerson: false) == [
                [.signIn(.byHand(afterAnother: true))], [.signIn(.tryFromHome), .signIn(.byHand())],
            ])
    }

    @Test func theFormsAnswerHidesWhatIsKnown() {
        let body = Array(#"{"message":"Not PLANTEDpassw0rd!","data":{"PLANTEDpassw0rd!":"x"}}"#.utf8)
        let verdict = SignInTraffic.judge(status: 400, body: body, redactor: Self.redactor, now: Instant(seconds: 0))
        guard case .failed(.refused(400, let message)) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(message == "Not ***; ***: x")
    }

    @Test func whatTheFormIsAnsweredWithIsKnownFromThen() {
        let redactor = Redactor()
        let body = Array(#"{"token":"PLANTEDtoken","user":{"legacy_token":"PLANTEDlegacy"}}"#.utf8)
        _ = SignInTraffic.judge(status: 200, body: body, redactor: redactor, now: Instant(seconds: 0))
        #expect(redactor.redact("PLANTEDtoken PLANTEDlegacy") == "*** ***")
    }
}
