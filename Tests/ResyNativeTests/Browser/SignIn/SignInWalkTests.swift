import Testing
@testable import ResyDomain

@testable import ResyNative

/// Pages as they are seen, and the step that follows.
struct SignInWalkTests {
    private static let login = PageControl(index: 0, kind: .button, label: "Log in")
    private static let phone = PageControl(index: 1, kind: .field, type: "tel", label: "Phone", dialog: 0)
    private static let usePassword = PageControl(
        index: 2, kind: .button, label: "Log in with email & password", dialog: 0)
    private static let email = PageControl(index: 1, kind: .field, type: "email", label: "Email", dialog: 0)
    private static let password = PageControl(index: 2, kind: .field, type: "password", label: "Password", dialog: 0)
    private static let go = PageControl(index: 3, kind: .button, type: "submit", label: "Continue", dialog: 0)
    private static let reject = PageControl(index: 9, kind: .button, label: "Reject all", isInNotice: true)
    private static let accept = PageControl(index: 8, kind: .button, label: "Accept all", isInNotice: true)

    private static func page(_ controls: PageControl..., mark: String = "m") -> PageSight {
        PageSight(mark: mark, controls: controls)
    }

    private static func at(_ seconds: Double) -> Instant { Instant(seconds: 1000 + seconds) }

    private func walk(hasPerson: Bool = false) -> SignInWalk {
        SignInWalk(hasEmail: true, hasPassword: true, hasPerson: hasPerson)
    }

    @Test
    func thePhoneFirstSiteIsWalkedToItsForm() {
        var walk = walk()
        #expect(walk.next(Self.page(Self.login, mark: "1"), at: Self.at(0)) == .click(Self.login))
        #expect(
            walk.next(Self.page(Self.phone, Self.usePassword, mark: "2"), at: Self.at(1)) == .click(Self.usePassword))
        let form = Self.page(Self.login, Self.email, Self.password, Self.go, mark: "3")
        #expect(walk.next(form, at: Self.at(2)) == .fillEmail(Self.email))
        #expect(walk.next(form, at: Self.at(2)) == .fillPassword(Self.password))
        #expect(walk.next(form, at: Self.at(2)) == .click(Self.go))
        #expect(walk.stage == .waiting)
        #expect(walk.next(form, at: Self.at(3)) == .look)
    }

    @Test
    func aFieldThatDidNotKeepItsTextIsFilledAgain() {
        var walk = walk()
        let form = Self.page(Self.email, Self.password, Self.go)
        let action = walk.next(form, at: Self.at(0))
        walk.didNotTake(action)
        #expect(walk.next(form, at: Self.at(2)) == .fillEmail(Self.email))
    }

    @Test
    func aFormThatDidNotMoveIsSentOnceMoreByEnter() {
        var walk = walk()
        var password = Self.password
        password.isFilled = true
        let form = Self.page(Self.email, password, Self.go)
        for _ in 0..<3 { _ = walk.next(form, at: Self.at(0)) }
        #expect(walk.next(form, at: Self.at(4)) == .look)
        #expect(walk.next(form, at: Self.at(6)) == .pressEnter(password))
        #expect(walk.next(form, at: Self.at(12)) == .look)
        #expect(walk.next(form, at: Self.at(60)) == .end(.noAnswer))
    }

    @Test
    func aFormThatCameBackEmptyIsNotSentAgain() {
        var walk = walk()
        let form = Self.page(Self.email, Self.password, Self.go)
        for _ in 0..<3 { _ = walk.next(form, at: Self.at(0)) }
        for second in 1..<20 { #expect(walk.next(form, at: Self.at(Double(second))) == .look) }
    }

    @Test
    func aNoticeAboveTheButtonIsRejectedNotAccepted() {
        var walk = walk()
        var login = Self.login
        login.isCovered = true
        #expect(walk.next(Self.page(login, Self.accept, Self.reject), at: Self.at(0)) == .click(Self.reject))
    }

    @Test
    func aNoticeThatHidesNothingIsLeftAlone() {
        var walk = walk()
        #expect(walk.next(Self.page(Self.login, Self.accept, Self.reject), at: Self.at(0)) == .click(Self.login))
    }

    @Test
    func theDialogOfTheFormIsNotClosedToReachTheForm() {
        var walk = walk()
        var button = Self.usePassword
        button.isCovered = true
        let close = PageControl(index: 7, kind: .button, label: "Close", dialog: 0)
        let other = PageControl(index: 6, kind: .button, label: "Close", hints: "icon-close", dialog: 1)
        #expect(walk.next(Self.page(button, close, other), at: Self.at(0)) == .click(other))
    }

    @Test
    func whatCannotBeClosedIsReachedAround() {
        var walk = walk()
        var login = Self.login
        login.isCovered = true
        var actions: [SignInWalk.Action] = []
        for step in 0..<8 { actions.append(walk.next(Self.page(login), at: Self.at(Double(step) * 2))) }
        #expect(actions.prefix(4).allSatisfy { $0 == .pressEscape })
        #expect(actions.contains(.force(login)))
    }

    @Test
    func anAddressIsGivenFirstOnAPageForSigningInAlone() {
        let address = PageControl(index: 1, kind: .field, autocomplete: "username", label: "What is your e-mail?")
        let next = PageControl(index: 2, kind: .button, label: "Next")
        var walk = walk()
        var page = Self.page(Self.login, address, next)
        page.headings = ["Sign in"]
        #expect(walk.next(page, at: Self.at(0)) == .fillEmail(address))
        #expect(walk.next(page, at: Self.at(1)) == .click(next))
        page.headings = ["Find a table", "News by e-mail"]
        var other = self.walk()
        #expect(other.next(page, at: Self.at(0)) == .click(Self.login))
    }

    @Test
    func theSameStepIsNotRepeatedAtOnce() {
        var walk = walk()
        #expect(walk.next(Self.page(Self.login), at: Self.at(0)) == .click(Self.login))
        #expect(walk.next(Self.page(Self.login), at: Self.at(2)) == .look)
        #expect(walk.next(Self.page(Self.login), at: Self.at(3)) == .click(Self.login))
    }

    @Test
    func aPageWithoutAWayIsNamedAfterAWhile() {
        var walk = walk()
        #expect(walk.next(Self.page(Self.phone), at: Self.at(0)) == .look)
        #expect(walk.next(Self.page(Self.phone), at: Self.at(11)) == .look)
        #expect(
            walk.next(Self.page(Self.phone), at: Self.at(13)) == .end(.obstacle(.unknownPage, .opening)))
    }

    @Test
    func aPageThatIsStillLoadingIsWaitedFor() {
        var walk = walk()
        let loading = PageSight(mark: "m", isLoaded: false)
        #expect(walk.next(loading, at: Self.at(0)) == .look)
        #expect(walk.next(loading, at: Self.at(30)) == .look)
    }

    @Test
    func aChallengeEndsItWithoutAPerson() {
        var walk = walk()
        var sight = Self.page(Self.email, Self.password, Self.go)
        sight.frames = [PageSight.Frame(source: "https://hcaptcha.example/challenge", title: "")]
        #expect(walk.next(sight, at: Self.at(0)) == .end(.obstacle(.captcha, .opening)))
    }

    @Test
    func aPersonIsCalledOnceAndThenLeftAlone() {
        var walk = walk(hasPerson: true)
        var sight = Self.page(Self.email, Self.password, Self.go)
        for _ in 0..<3 { _ = walk.next(sight, at: Self.at(0)) }
        sight.frames = [PageSight.Frame(source: "https://hcaptcha.example/challenge", title: "")]
        #expect(walk.next(sight, at: Self.at(1)) == .callPerson(.captcha))
        for step in 2..<200 { #expect(walk.next(sight, at: Self.at(Double(step))) == .look) }
        sight.frames = []
        #expect(walk.next(sight, at: Self.at(201)) == .look)
    }

    @Test
    func withNothingToFillInThePersonIsCalledAtTheForm() {
        var walk = SignInWalk(hasEmail: false, hasPassword: false, hasPerson: true)
        #expect(walk.next(Self.page(Self.login), at: Self.at(0)) == .click(Self.login))
        let form = Self.page(Self.email, Self.password, Self.go, mark: "2")
        #expect(walk.next(form, at: Self.at(1)) == .callPerson(.credentials))
    }

    @Test
    func aCodeIsOnlyExpectedAfterTheForm() {
        var walk = walk()
        let code = PageControl(index: 1, kind: .field, autocomplete: "one-time-code", label: "Code", dialog: 0)
        #expect(walk.next(Self.page(code, Self.usePassword, mark: "1"), at: Self.at(0)) == .click(Self.usePassword))
        let form = Self.page(Self.email, Self.password, Self.go, mark: "2")
        for _ in 0..<3 { _ = walk.next(form, at: Self.at(1)) }
        #expect(walk.next(Self.page(code, mark: "3"), at: Self.at(2)) == .end(.obstacle(.code, .waiting)))
    }

    struct Boxes: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var count = 6
        var isCode = true
        var box: @Sendable (inout PageControl) -> Void
    }

    static let rows: [Boxes] = [
        Boxes(testDescription: "of one character") { $0.length = 1 },
        Boxes(testDescription: "for telephones") {
            $0.type = "tel"
            $0.length = 1
        },
        Boxes(testDescription: "that hide what is typed") {
            $0.type = "password"
            $0.length = 1
        },
        Boxes(testDescription: "for digits") { $0.isNumeric = true },
        Boxes(testDescription: "four of them", count: 4) { $0.length = 1 },
        Boxes(testDescription: "that browsers fill in", count: 1) { $0.autocomplete = "one-time-code" },
        Boxes(testDescription: "that browsers fill in, hidden", count: 1) {
            $0.type = "password"
            $0.autocomplete = "one-time-code"
        },
        Boxes(testDescription: "a single letter", count: 1, isCode: false) { $0.length = 1 },
        Boxes(testDescription: "a date in three", count: 3, isCode: false) { $0.isNumeric = true },
        Boxes(testDescription: "words", isCode: false) { $0.length = 40 },
        Boxes(testDescription: "numbers of a card", count: 4, isCode: false) {
            $0.isNumeric = true
            $0.autocomplete = "cc-number"
        },
        Boxes(testDescription: "greyed out", isCode: false) {
            $0.length = 1
            $0.isEnabled = false
        },
    ]

    /// Digit by digit, where no label says what for.
    @Test(arguments: rows)
    func aRowOfBoxesIsACode(_ row: Boxes) {
        var walk = walk()
        let form = Self.page(Self.email, Self.password, Self.go, mark: "1")
        for _ in 0..<3 { _ = walk.next(form, at: Self.at(0)) }
        let boxes = (0..<row.count).map { index in
            var box = PageControl(index: index, kind: .field, label: "", dialog: 0)
            row.box(&box)
            return box
        }
        let page = PageSight(mark: "2", controls: boxes)
        #expect((walk.next(page, at: Self.at(1)) == .end(.obstacle(.code, .waiting))) == row.isCode)
    }

    /// A form that was sent, and what the page says of it later.
    private func complaining(
        before: [String] = [], _ words: [String], at seconds: [Double] = [1, 2, 3.5], hasForm: Bool = true,
        hasPerson: Bool = false
    ) -> SignInWalk.Action {
        var walk = walk(hasPerson: hasPerson)
        var password = Self.password
        password.isFilled = true
        var form = Self.page(Self.email, password, Self.go, mark: "1")
        form.alerts = before
        for _ in 0..<3 { _ = walk.next(form, at: Self.at(0)) }
        var later = hasForm ? form : Self.page(mark: "2")
        later.alerts = words
        return seconds.map { walk.next(later, at: Self.at($0)) }.last ?? .look
    }

    @Test
    func whatTheFormSaysIsTheAnswerWhereNoneWasSeen() {
        let words = "The email or password is incorrect."
        #expect(complaining([words]) == .end(.refused(words)))
        // Resy's own answer has a moment to come first.
        #expect(complaining([words], at: [1, 2.5]) == .look)
        #expect(complaining(before: ["Cookies help us."], ["Cookies help us.", words]) == .end(.refused(words)))
        // The form is not sent a second time meanwhile.
        #expect(complaining([words], at: [5.5, 6]) == .look)
        #expect(complaining([words], hasPerson: true) == .callPerson(.credentials))
    }

    @Test
    func whatIsNoComplaintIsNone() {
        #expect(complaining(before: ["Caps lock is on."], ["Caps lock is on."]) == .look)
        #expect(complaining(["Signing in…"]) == .look)
        #expect(complaining(["Loading"]) == .look)
        #expect(complaining(["Welcome back, Sam."], hasForm: false) == .look)
        #expect(complaining([]) == .look)
    }

    @Test
    func aPagesWordsAreCleanedAndCut() {
        let words = "\u{1B}[31mNo\u{202E} \u{201D}quoted\u{201D} " + String(repeating: "word ", count: 100)
        let error = SignInTrouble(settings: Settings(home: "/nonexistent")).refused(words)
        #expect(error.code == .signInFailed)
        #expect(error.message.contains("\u{201C}No 'quoted' word"))
        #expect(!error.message.contains("\u{1B}") && !error.message.contains("\u{202E}"))
        #expect(error.message.count < 320)
    }

    @Test
    func aFormInAFrameIsFilledInThere() throws {
        let frame = PageFrame(session: "s", frame: "f", url: "https://resy.com/login", context: 7)
        var walk = walk()
        var sight = Self.page(Self.login, mark: "1")
        var (email, password, go) = (Self.email, Self.password, Self.go)
        (email.dialog, password.dialog, go.dialog) = (nil, nil, nil)
        sight.add(Self.page(email, password, go, mark: "2"), of: frame)
        (email.frame, password.frame, go.frame) = (frame, frame, frame)
        (email.dialog, password.dialog, go.dialog) = (0, 0, 0)
        #expect(sight.mark == "1+2")
        #expect(walk.next(sight, at: Self.at(0)) == .fillEmail(email))
        #expect(walk.next(sight, at: Self.at(0)) == .fillPassword(password))
        #expect(walk.next(sight, at: Self.at(0)) == .click(go))
    }

    @Test
    func aCaptchaWithinAFrameIsACaptcha() {
        var sight = Self.page(Self.login)
        var inner = Self.page(Self.email, Self.password, Self.go)
        inner.frames = [PageSight.Frame(source: "https://x.example/", title: "reCAPTCHA")]
        sight.add(inner, of: PageFrame(session: "s", frame: "f", url: "https://resy.com/login", context: 7))
        var walk = walk()
        #expect(walk.next(sight, at: Self.at(0)) == .end(.obstacle(.captcha, .opening)))
    }

    @Test
    func aBoxWithAFrameIsWaitedForBeforeItIsPutAway() {
        var walk = walk()
        var login = Self.login
        login.isCovered = true
        var sight = Self.page(login)
        sight.frames = [PageSight.Frame(source: "https://resy.com/login", title: "", isInDialog: true)]
        #expect(walk.next(sight, at: Self.at(0)) == .look)
        #expect(walk.next(sight, at: Self.at(4)) == .look)
        #expect(walk.next(sight, at: Self.at(6)) == .pressEscape)
    }

    @Test
    func aGuardsPageIsABlock() {
        var walk = walk()
        var sight = PageSight(mark: "m")
        sight.opening = "Access Denied. Incident ID: 123-456"
        #expect(walk.next(sight, at: Self.at(0)) == .end(.blocked))
    }

    @Test
    func anAddressAskedForFirstIsGiven() {
        var walk = walk()
        let next = PageControl(index: 2, kind: .button, label: "Next", dialog: 0)
        #expect(walk.next(Self.page(Self.email, next, mark: "1"), at: Self.at(0)) == .fillEmail(Self.email))
        #expect(walk.next(Self.page(Self.email, next, mark: "2"), at: Self.at(1)) == .click(next))
        let alone = Self.page(Self.password, Self.go, mark: "3")
        #expect(walk.next(alone, at: Self.at(2)) == .fillPassword(Self.password))
        #expect(walk.next(alone, at: Self.at(2)) == .click(Self.go))
    }

    @Test
    func aNewsletterBoxOutsideOfADialogIsNoSignIn() {
        var walk = walk()
        let newsletter = PageControl(index: 5, kind: .field, type: "email", label: "Get our e-mails")
        #expect(walk.next(Self.page(newsletter, Self.login), at: Self.at(0)) == .click(Self.login))
    }
}
