/// How the simulated web site looks and what stands in a visitor's way.
package struct SiteSwitches: Sendable, Codable, Equatable {
    /// What the page calls its parts. The real one changes a few times a year.
    package enum Markup: String, Sendable, Codable, CaseIterable {
        /// The class names, ids and `data-test-id`s that public programs know.
        case v1
        /// Other class names and texts; labels point at fields that have neither a telling id nor a name.
        case v2
        /// No class, no form and no button: roles, aria-labels, placeholders and `autocomplete` alone, behind a menu.
        case v3
    }
    /// Who built the site, and how: another than Resy's own way is met sooner or later.
    package enum Design: String, Sendable, Codable, CaseIterable {
        case resy
        /// A box that comes 300 ms after the press, a phone number first, the e-mail and 400 ms later the password;
        /// things change on the page all the while, and a second press opens a second box over the first.
        case steps
        /// The same, where nothing says that it is a box, and it is empty between two steps.
        case bareSteps
        /// Components with open shadow trees, one within the other.
        case shadow
        /// A search, a newsletter, a gift card and an offer that comes by itself: all but the search ask for an address.
        case decoys

        var script: String {
            switch self {
            case .resy: "app.js"
            case .steps, .bareSteps: "steps.js"
            case .shadow: "shadow.js"
            case .decoys: "decoys.js"
            }
        }
    }
    package enum FormFrame: String, Sendable, Codable {
        case none
        /// A frame of the page's own origin, in its process.
        case same
        /// Of another: www.resy.com on the named road, and on plain loopback another site, in a process of its own.
        case other
    }
    package enum Captcha: String, Sendable, Codable { case none, recaptcha, hcaptcha }

    package init() {}

    package var design = Design.resy
    /// Of Resy's own design.
    package var markup = Markup.v1
    /// The sign-in is a page of its own, which "Log in" shows in a frame.
    package var formFrame = FormFrame.none
    /// "Log in" is inside a menu, as in a narrow window.
    package var menuFirst = false
    /// No way in but a phone number.
    package var phoneOnly = false
    /// A page that a browser shows as blank.
    package var emptyPage = false
    /// 403 with an incident number for every page, as the WAF writes it.
    package var blockedPage = false
    /// The same, for browsers whose user agent says that they are headless.
    package var refusesHeadless = false

    // What covers the page until it is dismissed
    package var cookieBanner = false
    package var announcement = false
    /// `window.alert` on load and after the sign-in.
    package var alerts = false

    // Time
    package var htmlDelayMilliseconds = 0
    package var formDelayMilliseconds = 0
    /// The password login gets no answer, if it is the page that asks.
    package var loginStalls = false
    /// Submitting sends the page into a loop without end.
    package var unresponsive = false

    // The sign-in
    /// A frame from another host that wants a person's click before the password is sent.
    package var captcha = Captcha.none
    /// The password alone does not do: the API wants the code of an SMS, `Account.smsCode`, too.
    package var verificationCode = false
    /// No script: a form that is sent as forms are, and answered by another page. Nobody is signed in by it.
    package var plainForm = false
    /// The code is typed digit by digit, into boxes without a name.
    package var codeBoxes = false
    /// A signed-in visitor is sent to /account at once, so that the answer with the token is gone.
    package var redirectsAfterLogin = false
    /// Every call goes through a service worker.
    package var serviceWorker = false
    /// The page keeps its token in `window.apiAuthToken` too.
    package var exposesToken = false
}
