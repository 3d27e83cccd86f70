class ResyMcp < Formula
  desc "Books restaurant tables on Resy, as MCP server and command line"
  homepage "@REPOSITORY@"
  version "@VERSION@"
  license "MIT"

  depends_on :linux

  on_linux do
    on_arm do # if aarch64
      url "@DOWNLOADS@/resy-mcp-@VERSION@-linux-aarch64.tar.gz" # if aarch64
      sha256 "@SHA256_AARCH64@" # if aarch64
    end # if aarch64
    on_intel do # if x86_64
      url "@DOWNLOADS@/resy-mcp-@VERSION@-linux-x86_64.tar.gz" # if x86_64
      sha256 "@SHA256_X86_64@" # if x86_64
    end # if x86_64
  end

  def install
    bin.install "bin/resy-mcp"
    man1.install "share/man/man1/resy-mcp.1"
    bash_completion.install "share/bash-completion/completions/resy-mcp"
    zsh_completion.install "share/zsh/site-functions/_resy-mcp"
    fish_completion.install "share/fish/vendor_completions.d/resy-mcp.fish"
    doc.install Dir["share/doc/resy-mcp/*"]
  end

  test do
    assert_match "resy-mcp #{version}", shell_output("#{bin}/resy-mcp --version")
    question = <<~JSON.delete("\n")
      {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-11-25",
       "capabilities": {}, "clientInfo": {"name": "brew", "version": "1"}}}
    JSON
    assert_match "serverInfo", pipe_output("#{bin}/resy-mcp serve --home #{testpath}", "#{question}\n", 0)
  end
end
