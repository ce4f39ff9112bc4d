import { useEffect, useState, type RefObject } from "react";

/** In pixels; zero until it is laid out. Renders when it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => { setWidth(entry?.contentRect.width ?? 0); });
    if (element.current !== null) {
      observer.observe(element.current);
    }
    return () => { observer.disconnect(); };
  }, [element]);
  return width;
}
