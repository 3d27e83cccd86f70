internal import Foundation

/// The files that the web site is made of: ours from the bundle, React from Debian's packages.
struct SitePages: Sendable {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    private let files: [String: Reply]
    private let index: String
    private let challenge: String
    private let blocked: String

    private static let scripts = [
        "app.js", "auth.js", "api.js", "markups.js", "parts.js", "widget.js", "plain.js", "steps.js", "shadow.js",
        "decoys.js",
    ]

    /// `react`: where Debian's packages put their modules.
    init(react: String = "/usr/share/nodejs") throws {
        guard let folder = Bundle.module.url(forResource: "Pages", withExtension: nil) else {
            throw Missing(description: "the pages of the simulated site are not in the bundle")
        }
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        var files: [String: Reply] = [:]
        for name in Self.scripts {
            files["/static/" + name] = Reply(200, text: try text(name), type: "text/javascript; charset=utf-8")
        }
        files["/static/page.css"] = Reply(200, text: try text("page.css"), type: "text/css")
        files["/sw.js"] = Reply(200, text: try text("sw.js"), type: "text/javascript; charset=utf-8")
        for name in ["react", "react-dom"] {
            let path = "\(react)/\(name)/umd/\(name).production.min.js"
            guard let script = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Missing(
                    description: "\(path) is missing; the simulated site needs Debian's packages node-react and "
                        + "node-react-dom")
            }
            files["/static/\(name).js"] = Reply(200, text: script, type: "text/javascript; charset=utf-8")
        }
        self.files = files
        index = try text("index.html")
        challenge = try text("widget.html")
        blocked = try text("blocked.html")
    }

    func file(_ path: String) -> Reply? { files[path] }

    /// The page, which is told by `settings` where the API is and what it shall show.
    func page(_ settings: JSONValue, _ design: SiteSwitches.Design = .resy) -> Reply {
        html(
            200,
            index.replacing("{{settings}}", with: settings.compact.replacing("<", with: #"\u003c"#))
                .replacing("{{script}}", with: design.script))
    }

    /// As servers wrote them before pages had scripts: the whole page again, with what was wrong.
    func plainForm(_ answer: World.PlainAnswer) -> Reply {
        let boxes = String(repeating: #"<input type="text" maxlength="1" style="width:20px">"#, count: 6)
        let inside =
            switch answer {
            case .form(let complaint):
                #"<form method="post" action="/login"><label>Email <input name="email"></label>"#
                    + #"<label>Password <input type="password" name="password"></label>"#
                    + "<button>Sign in</button></form>"
                    + (complaint.map { #"<p class="form-error">\#($0)</p>"# } ?? "")
            case .code: "<h2>Check your phone</h2><form>\(boxes)<button>Go on</button></form>"
            case .welcome: "<h2>Welcome back</h2>"
            }
        return html(
            200, "<!DOCTYPE html><html><head><title>Sign in</title></head><body><main>\(inside)</main></body></html>")
    }

    var empty: Reply { html(200, "<!DOCTYPE html><html><head></head><body><div id=\"root\"></div></body></html>") }
    var widget: Reply { html(200, challenge) }

    func blockedPage(incident: Int) -> Reply {
        html(403, blocked.replacing("{{incident}}", with: "1146000\(incident)-\(incident * 7919)"))
    }

    private func html(_ status: Int, _ text: String) -> Reply {
        Reply(status, text: text, type: "text/html; charset=utf-8")
    }
}
