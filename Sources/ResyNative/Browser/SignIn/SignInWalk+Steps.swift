internal import ResyDomain

/// What a look at the page leads to, and how long things are waited for.
extension SignInWalk {
    enum Action: Sendable, Equatable {
        case click(PageControl)
        /// Where something without a way out lies above it: pressed from inside of the page.
        case force(PageControl)
        case fillEmail(PageControl)
        case fillPassword(PageControl)
        case pressEnter(PageControl)
        case pressEscape
        /// Nothing to do until the page changes.
        case look
        /// Only a person can go on; said once.
        case callPerson(Obstacle)
        case end(Ending)
    }

    typealias Obstacle = SignInObstacle

    enum Ending: Sendable, Equatable {
        case obstacle(Obstacle, Stage)
        case blocked
        case noAnswer
        /// In the page's own words; Resy's answer was not seen.
        case refused(String)
    }

    /// How far it is.

    typealias Stage = SignInStage

    struct Patience: Sendable {
        /// Seconds without any change that matters after which a page is not understood.
        var page = 12.0
        /// Seconds for a box above the page to show what it has.
        var box = 5.0
        /// Seconds for an answer to the form.
        var answer = 20.0
        /// Seconds after which the form is sent once more, by the Enter key.
        var secondTry = 5.0
        /// Seconds for which a complaint stands before it is the answer: the page's own calls tell more, and come first.
        var complaint = 2.0
    }
}

extension SignInWalk {
    /// What a step is for, in the order in which they lead to a sign-in.
    enum Purpose: Int, Sendable, Comparable {
        /// Unfolds the site's navigation.
        case menu
        /// Opens the sign-in.
        case opening
        /// Chooses e-mail and password.
        case choosing
        case email
        /// Sends the address alone, for the password to be asked for.
        case handingOverEmail
        case password
        case sending

        static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

        /// How far it brings the sign-in; nil where that stays as it was.
        var stage: Stage? {
            switch self {
            case .menu, .opening: nil
            case .choosing, .handingOverEmail: .findingForm
            case .email, .password: .filling
            case .sending: .waiting
            }
        }

        /// Seconds for something to come of it. What a page opens it may have to fetch first.
        var pause: Double {
            switch self {
            case .menu, .opening, .choosing, .handingOverEmail: 3
            case .email, .password, .sending: SignInWalk.shortPause
            }
        }
    }

    /// Seconds for what a page does by itself.
    private static let shortPause = 1.5

    /// Something to do, and why.
    struct Step: Sendable, Equatable {
        var purpose: Purpose
        var action: Action
        /// It only puts away what lies above.
        var isClearing = false

        /// The same for the same step, wherever the page has moved its button to and however it looks meanwhile.
        var key: String { (isClearing ? "" : "\(purpose) ") + action.key }
        var pause: Double { isClearing ? SignInWalk.shortPause : purpose.pause }
    }
}

extension SignInWalk.Action {
    /// What it is done to; nil for keys.
    var control: PageControl? {
        switch self {
        case .click(let control), .force(let control), .fillEmail(let control), .fillPassword(let control),
            .pressEnter(let control):
            control
        case .pressEscape, .look, .callPerson, .end: nil
        }
    }

    fileprivate var key: String {
        switch self {
        case .click(let control): "click \(control.label.isEmpty ? control.hints : control.label)"
        case .force(let control): "force \(control.label)"
        case .fillEmail: "email"
        case .fillPassword: "password"
        case .pressEnter: "enter"
        case .pressEscape: "escape"
        case .look, .callPerson, .end: ""
        }
    }
}

extension String {
    /// Of a page that is still at it.
    var isProgress: Bool {
        let words = lowercased()
        return hasSuffix("…") || hasSuffix("...")
            || ["loading", "please wait", "signing in", "logging in"].contains {
                words.hasPrefix($0)
            }
    }
}
