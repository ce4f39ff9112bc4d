/** A page's heading; it takes the focus when one arrives, so that a screen reader says where one is. */
import { useEffect, useRef } from "react";

export function PageTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <title>{`${children} · EchoSphere`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
