import CRDGeneratorCore

/// The script of all pages of the site.
enum SiteScript {
    /// The text of the file, which begins with the comment of generated files.
    static let text =
        "// \(GeneratorVersion.header); do not edit.\n\"use strict\";\n"
        + theme + attributes + keyboard + search + results + start

    /// The choice of colors, which is applied before the page is shown.
    private static let theme = #"""
        const crdTheme = {
          names: ["auto", "light", "dark"],
          // Browsers can forbid storage, above all for files.
          get stored() {
            try { return localStorage.getItem("crd-theme"); } catch { return null; }
          },
          set stored(name) {
            try { localStorage.setItem("crd-theme", name); } catch { }
          },
          current: "auto",
          apply(name) {
            this.current = this.names.includes(name) ? name : "auto";
            if (this.current === "auto") delete document.documentElement.dataset.theme;
            else document.documentElement.dataset.theme = this.current;
          },
          start(button) {
            const show = () => {
              const name = this.current;
              button.textContent = name[0].toUpperCase() + name.slice(1);
              button.setAttribute("aria-label", "Colors: " + name);
            };
            show();
            button.addEventListener("click", () => {
              const next = (this.names.indexOf(this.current) + 1) % this.names.length;
              this.apply(this.names[next]);
              this.stored = this.current;
              show();
            });
          },
        };
        crdTheme.apply(crdTheme.stored);
        document.documentElement.classList.add("js");

        // Letters that the search and links compare: 'maxReplicas' is 'max_replicas'.
        const crdFold = text => text.toLowerCase().replace(/[_\-]/g, "");

        """#

    /// Links to attributes, buttons for the whole tree, copying, and printing.
    private static let attributes = #"""
        const crdPage = {
          start() {
            addEventListener("hashchange", () => this.follow());
            this.follow();
            for (const button of document.querySelectorAll("[data-tree]")) {
              button.addEventListener("click", () => this.change(button));
            }
            for (const link of document.querySelectorAll(".versions a")) {
              link.addEventListener("click", () => { link.hash = location.hash; });
            }
            for (const figure of document.querySelectorAll("figure")) this.addCopyButton(figure);
            this.openWhilePrinting();
          },
          // Opens what is around the attribute of the address, and marks it. If this version has no
          // such attribute, shows the nearest one that it has.
          follow() {
            const hash = location.hash.slice(1);
            let id;
            try { id = decodeURIComponent(hash); } catch { id = hash; }
            const notice = document.getElementById("page-notice");
            document.querySelector(".hit")?.classList.remove("hit");
            if (!notice) return;
            notice.hidden = true;
            if (!id || id.startsWith("page-")) return;
            const item = this.nearest(id);
            if (item?.id !== id) {
              notice.hidden = false;
              notice.textContent = "There is no '" + id + "' here"
                + (item ? "; this is '" + item.id + "'." : ".");
            }
            if (!item) return notice.scrollIntoView({ block: "center" });
            this.reveal(item);
          },
          nearest(id) {
            const exact = document.getElementById(id);
            if (exact) return exact;
            const items = new Map();
            for (const item of document.querySelectorAll(".tree li[id]")) {
              items.set(crdFold(item.id), item);
            }
            const parts = crdFold(id).split(".");
            while (parts.length) {
              const item = items.get(parts.join("."));
              if (item) return item;
              parts.pop();
            }
            return null;
          },
          reveal(item) {
            for (let outer = item; outer; outer = outer.parentElement) {
              if (outer.tagName === "DETAILS") outer.open = true;
            }
            const own = item.querySelector(":scope > details");
            if (own) own.open = true;
            item.classList.add("hit");
            item.scrollIntoView({ block: "start" });
          },
          change(button) {
            if (button.dataset.tree === "names") {
              const isOn = document.body.classList.toggle("names");
              button.setAttribute("aria-pressed", isOn);
              return;
            }
            const isOpen = button.dataset.tree === "open";
            for (const part of document.querySelectorAll(".tree details")) part.open = isOpen;
          },
          addCopyButton(figure) {
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = "Copy";
            const title = figure.querySelector("figcaption").textContent;
            button.setAttribute("aria-label", "Copy " + title);
            button.addEventListener("click", async () => {
              const code = figure.querySelector("pre");
              try {
                await navigator.clipboard.writeText(code.textContent);
                button.textContent = "Copied";
              } catch {
                getSelection().selectAllChildren(code);
                button.textContent = "Selected";
              }
              setTimeout(() => { button.textContent = "Copy"; }, 2000);
            });
            figure.append(button);
          },
          openWhilePrinting() {
            let closed = [];
            addEventListener("beforeprint", () => {
              closed = [...document.querySelectorAll("details:not([open])")];
              for (const part of closed) part.open = true;
            });
            addEventListener("afterprint", () => {
              for (const part of closed) part.open = false;
            });
          },
        };

        """#

    /// Keys for the tree: up and down move between attributes, left and right close and open.
    private static let keyboard = #"""
        const crdKeys = {
          start() {
            document.querySelector(".tree")?.addEventListener("keydown", event => this.move(event));
          },
          move(event) {
            if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
            const item = event.target.closest("li[id]");
            const moves = { ArrowDown: 1, ArrowUp: -1 };
            let target = null;
            if (event.key in moves) target = this.neighbor(item, moves[event.key]);
            else if (event.key === "ArrowRight") target = this.open(item);
            else if (event.key === "ArrowLeft") target = this.close(item);
            else return;
            event.preventDefault();
            target?.querySelector(".h a").focus();
          },
          neighbor(item, step) {
            const items = [...document.querySelectorAll(".tree li[id]")]
              .filter(other => other.checkVisibility?.() ?? other.offsetParent);
            return items[items.indexOf(item) + step];
          },
          open(item) {
            const own = item.querySelector(":scope > details");
            if (!own) return null;
            if (own.open) return own.querySelector("li[id]");
            own.open = true;
            return null;
          },
          close(item) {
            const own = item.querySelector(":scope > details");
            if (!own?.open) return item.parentElement.closest("li[id]");
            own.open = false;
            return item;
          },
        };

        """#

    private static let start = #"""
        document.addEventListener("DOMContentLoaded", () => {
          crdTheme.start(document.getElementById("page-theme"));
          crdKeys.start();
          crdPage.start();
          crdResults.start();
        });

        """#
}
