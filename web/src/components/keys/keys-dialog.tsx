import { useTranslation } from "react-i18next";

import { Dialog } from "../dialog";
import type { KeyGroup } from "./key-group";
import styles from "./keys-dialog.module.css";

export function KeysDialog({ groups, onClose }: { groups: readonly KeyGroup[]; onClose: () => void }) {
  const { t } = useTranslation("keys");
  const everywhere: KeyGroup = {
    title: t("everywhere"),
    list: [
      { keys: ["Tab"], does: t("next") },
      { keys: ["Enter"], does: t("press") },
      { keys: ["Esc"], does: t("shut") },
      { keys: ["Ctrl Z", "⌘ Z"], does: t("undo") },
      { keys: ["?"], does: t("help") },
    ],
  };
  return (
    <Dialog title={t("title")} onClose={onClose}>
      <div className={styles["groups"]}>
        {[...groups, everywhere].map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, list }: KeyGroup) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {list.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
