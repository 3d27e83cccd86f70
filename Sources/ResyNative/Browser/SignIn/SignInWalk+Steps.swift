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

    enum Obstacle: Sendable, Equatable { case captcha, code, credentials, unknownPage }

    enum Ending: Sendable, Equatable {
        case obstacle(Obstacle, Stage)
        case blocked
        case noAnswer
        /// In the page's own words; Resy's answer was not seen.
        case refused(String)
    }

    /// How far it is.
    enum Stage: String, Sendable {
        case opening = "opening the site"
        case findingForm = "looking for the e-mail and password form"
        case filling = "filling in the form"
        case waiting = "waiting for the answer after the form was sent"
    }

    struct Patience: Sendable {
        /// Seconds without any change after which a page is not understood.
        var page = 12.0
        /// Seconds for a frame to show what it has.
        var frame = 5.0
        /// Seconds for an answer to the form.
        var answer = 20.0
        /// Seconds after which the form is sent once more, by the Enter key.
        var secondTry = 5.0
        /// Seconds for which a complaint stands before it is the answer: the page's own calls tell more, and come first.
        var complaint = 2.0
    }
}

extension SignInWalk.Action {
    /// The same for the same step, wherever the page has moved its button to.
    var key: String {
        switch self {
        case .click(let control): "click \(control.label) \(control.hints)"
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
