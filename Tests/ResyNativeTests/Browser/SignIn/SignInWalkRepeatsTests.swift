import Testing
@testable import ResyDomain

@testable import ResyNative

/// What is pressed again, and when, while a page takes its time and other things move on it.
struct SignInWalkRepeatsTests {
    /// What a page shows from a moment on; other things on it change with every look.
    struct Scene: Sendable {
        var from: Double
        var controls: [PageControl]
        var boxes = 0
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var scenes: [Scene]
        var until = 2.0
        /// Each step and when it is taken.
        var expected: [String]
    }

    static func button(_ label: String, dialog: Int? = nil, hints: String = "", isCovered: Bool = false) -> PageControl
    {
        PageControl(
            index: 0, kind: .button, label: label, hints: hints, dialog: dialog, isCovered: isCovered)
    }
    static func field(_ label: String, type: String = "text", dialog: Int? = nil) -> PageControl {
        PageControl(index: 0, kind: .field, type: type, label: label, dialog: dialog)
    }
    static let entry = button("Sign in / Join")
    static let coveredEntry = button("Sign in / Join", isCovered: true)
    static let phone = [
        field("Mobile number", type: "tel", dialog: 0), button("Text me a code", dialog: 0),
        button("Use a password instead", dialog: 0),
    ]
    static let email = [field("E-mail address", dialog: 0), button("Next", dialog: 0)]
    static let password = [field("Password", type: "password", dialog: 0), button("Sign in", dialog: 0)]
    /// The same without a word that says that they stand in a box.
    static func bare(_ controls: [PageControl]) -> [PageControl] {
        controls.map { control in
            var control = control
            control.dialog = nil
            return control
        }
    }

    static let cases: [Case] = [
        Case(
            testDescription: "a box that comes 300 ms later",
            scenes: [Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [coveredEntry] + phone, boxes: 1)],
            expected: ["0.0 Sign in / Join", "0.3 Use a password instead"]),
        Case(
            testDescription: "one that comes after two seconds and a half",
            scenes: [Scene(from: 0, controls: [entry]), Scene(from: 2.5, controls: [coveredEntry] + phone, boxes: 1)],
            until: 3, expected: ["0.0 Sign in / Join", "2.5 Use a password instead"]),
        Case(
            testDescription: "a button that looks different under the pointer",
            scenes: [
                Scene(from: 0, controls: [entry]),
                Scene(from: 0.1, controls: [button("Sign in / Join", hints: "is-under-the-pointer")]),
            ], expected: ["0.0 Sign in / Join"]),
        Case(
            testDescription: "a press that came to nothing", scenes: [Scene(from: 0, controls: [entry])], until: 7,
            expected: ["0.0 Sign in / Join", "3.0 Sign in / Join", "6.0 Sign in / Join"]),
        Case(
            testDescription: "a box without anything in it yet",
            scenes: [Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [coveredEntry], boxes: 1)],
            until: 5.2, expected: ["0.0 Sign in / Join"]),
        Case(
            testDescription: "a box beside the button",
            scenes: [Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [entry], boxes: 1)], until: 12,
            expected: ["0.0 Sign in / Join"]),
        Case(
            testDescription: "a box that is none of the sign-in",
            scenes: [
                Scene(from: 0, controls: [entry]),
                Scene(from: 0.3, controls: [coveredEntry, button("Close", dialog: 0)], boxes: 1),
                Scene(from: 5.6, controls: [entry]),
            ], until: 6, expected: ["0.0 Sign in / Join", "5.3 Close", "5.6 Sign in / Join"]),
        Case(
            testDescription: "a box that was there before the press",
            scenes: [
                Scene(from: 0, controls: [coveredEntry, button("Close", dialog: 0)], boxes: 1),
                Scene(from: 0.2, controls: [entry]),
            ], expected: ["0.0 Close", "0.2 Sign in / Join"]),
        Case(
            testDescription: "the password comes 400 ms after the e-mail",
            scenes: [
                Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [entry] + phone, boxes: 1),
                Scene(from: 0.5, controls: [entry] + email, boxes: 1),
                Scene(from: 1, controls: [entry] + password, boxes: 1),
            ],
            expected: [
                "0.0 Sign in / Join", "0.3 Use a password instead", "0.5 E-mail address", "0.6 Next", "1.0 Password",
                "1.1 Sign in",
            ]),
        Case(
            testDescription: "the box is empty between two steps",
            scenes: [
                Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [entry] + email, boxes: 1),
                Scene(from: 0.5, controls: [entry], boxes: 1), Scene(from: 6, controls: [entry] + password, boxes: 1),
            ], until: 7,
            expected: ["0.0 Sign in / Join", "0.3 E-mail address", "0.4 Next", "6.0 Password", "6.1 Sign in"]),
        Case(
            testDescription: "steps outside of any box",
            scenes: [
                Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: bare(phone) + [entry]),
                Scene(from: 0.5, controls: bare(email) + [entry]), Scene(from: 0.7, controls: [entry]),
                Scene(from: 1.1, controls: bare(password) + [entry]),
            ],
            expected: [
                "0.0 Sign in / Join", "0.3 Use a password instead", "0.5 E-mail address", "0.6 Next", "1.1 Password",
                "1.2 Sign in",
            ]),
        Case(
            testDescription: "a cover without a word, empty between two steps",
            scenes: [
                Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: bare(email) + [coveredEntry]),
                Scene(from: 0.5, controls: [coveredEntry, button("Close", dialog: 1)]),
                Scene(from: 0.9, controls: bare(password) + [coveredEntry]),
            ],
            expected: ["0.0 Sign in / Join", "0.3 E-mail address", "0.4 Next", "0.9 Password", "1.0 Sign in"]),
        Case(
            testDescription: "a sign-in that closed again",
            scenes: [
                Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [entry] + email, boxes: 1),
                Scene(from: 0.5, controls: [entry]), Scene(from: 3.5, controls: [entry] + email, boxes: 1),
            ], until: 4,
            // The form is a new one, and is filled in anew.
            expected: [
                "0.0 Sign in / Join", "0.3 E-mail address", "0.4 Next", "3.4 Sign in / Join", "3.5 E-mail address",
                "3.6 Next",
            ]),
        Case(
            testDescription: "a choice that comes of the e-mail",
            scenes: [
                Scene(from: 0, controls: [entry] + email, boxes: 1),
                Scene(from: 0.1, controls: email, boxes: 1),
                Scene(from: 0.5, controls: [button("Log in with a password", dialog: 0)], boxes: 1),
            ], until: 1,
            expected: ["0.0 Sign in / Join", "0.1 E-mail address", "0.2 Next", "0.5 Log in with a password"]),
        Case(
            testDescription: "a choice that stays beside the e-mail",
            scenes: [
                Scene(from: 0, controls: [entry]), Scene(from: 0.3, controls: [entry] + phone, boxes: 1),
                Scene(
                    from: 0.5, controls: [entry] + email + [button("Use a password instead", dialog: 0)], boxes: 1),
            ], until: 1,
            expected: ["0.0 Sign in / Join", "0.3 Use a password instead", "0.5 E-mail address", "0.6 Next"]),
        Case(
            testDescription: "the e-mail's own button names it",
            scenes: [
                Scene(from: 0, controls: [entry]),
                Scene(
                    from: 0.3, controls: [field("Email", dialog: 0), button("Continue with email", dialog: 0)], boxes: 1
                ),
            ], until: 1, expected: ["0.0 Sign in / Join", "0.3 Email", "0.4 Continue with email"]),
        Case(
            testDescription: "an offer that comes by itself and wants an address",
            scenes: [
                Scene(
                    from: 0,
                    controls: [
                        coveredEntry, button("Close", dialog: 0), field("Email", type: "email", dialog: 0),
                        button("Sign up", dialog: 0),
                    ], boxes: 1),
                Scene(from: 0.2, controls: [entry]),
            ], until: 1, expected: ["0.0 Close", "0.2 Sign in / Join"]),
        Case(
            testDescription: "a newsletter that was there before",
            scenes: [Scene(from: 0, controls: [entry, field("Get our e-mails", type: "email")])], until: 1,
            expected: ["0.0 Sign in / Join"]),
        Case(
            testDescription: "a menu first",
            scenes: [
                Scene(from: 0, controls: [button("Menu")]), Scene(from: 0.2, controls: [button("Menu"), entry]),
                Scene(from: 0.4, controls: [button("Menu")]),
            ], until: 3, expected: ["0.0 Menu", "0.2 Sign in / Join"]),
    ]

    @Test(arguments: cases)
    func aStepIsRepeatedOnlyWhenNothingCameOfIt(_ example: Case) {
        var walk = SignInWalk(hasEmail: true, hasPassword: true, hasPerson: false)
        var taken: [String] = []
        for tick in 0...Int(example.until * 10) {
            let now = Double(tick) / 10
            let scene = example.scenes.last { $0.from <= now } ?? example.scenes[0]
            var sight = PageSight(mark: "\(tick)", boxes: scene.boxes)
            sight.opening = "\(4000 + tick) tables booked today"
            sight.headings = ["Picture \(tick % 4)"]
            let ticker = [Self.button("Picture \(tick)", hints: "dot"), Self.button("Next", hints: "dot-\(tick)")]
            sight.controls = (ticker + scene.controls).enumerated().map { index, control in
                var control = control
                control.index = index
                return control
            }
            let action = walk.next(sight, at: Instant(seconds: 1000 + now))
            if let control = action.control { taken.append("\(now) \(control.label)") }
        }
        #expect(taken == example.expected)
    }

    /// It would never end: something always moves.
    @Test
    func whatMovesBesideItDoesNotMakeAPageUnderstood() {
        var walk = SignInWalk(hasEmail: true, hasPassword: true, hasPerson: false)
        var ended: Double?
        for tick in 0...200 where ended == nil {
            let sight = PageSight(mark: "\(tick)", headings: ["\(tick)"], controls: [Self.field("Phone", type: "tel")])
            if case .end = walk.next(sight, at: Instant(seconds: Double(tick) / 10)) { ended = Double(tick) / 10 }
        }
        #expect(ended == 12.1)
    }

    @Test
    func whatWasNotPressedIsPressedAtOnce() {
        var walk = SignInWalk(hasEmail: true, hasPassword: true, hasPerson: false)
        let page = PageSight(mark: "1", controls: [Self.entry])
        for _ in 0..<2 {
            let action = walk.next(page, at: Instant(seconds: 0))
            #expect(action == .click(Self.entry))
            walk.didNotTake(action)
        }
        #expect(walk.next(page, at: Instant(seconds: 0)) == .click(Self.entry))
        #expect(walk.next(page, at: Instant(seconds: 1)) == .look)
    }

    @Test
    func aFormThatWasNotSentIsSent() {
        var walk = SignInWalk(hasEmail: true, hasPassword: true, hasPerson: false)
        let page = PageSight(mark: "1", controls: Self.password)
        _ = walk.next(page, at: Instant(seconds: 0))
        let action = walk.next(page, at: Instant(seconds: 0))
        #expect(walk.stage == .waiting)
        walk.didNotTake(action)
        #expect(walk.stage == .filling)
        #expect(walk.next(page, at: Instant(seconds: 0)) == action)
    }
}
